import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Encrypts what has to be read again by the server and by nobody else, with a key made of its secret. */
export const seal = (text: string, serverSecret: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(serverSecret), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
}

/** @returns undefined when it was sealed with another secret, or altered */
export const unseal = (sealed: string, serverSecret: string): string | undefined => {
  const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!iv || !tag || !text) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(serverSecret), iv, { authTagLength: 16 })
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const keyOf = (serverSecret: string): Buffer =>
  createHash('sha256').update(`secrets of webhooks\n${serverSecret}`).digest()
