import { fileTypeFromBuffer } from 'file-type'
import { readFile } from 'node:fs/promises'
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import { type Bilingual, inUsersLanguage } from '../../../src/localization.ts'

/** Pictures and PDF; SVG can carry scripts and is refused. */
export const acceptedTypes = [
  'application/pdf',
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
] as const

const extensions: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'image/jpeg': ['jpeg', 'jpg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
}

/** Looks at the bytes before anything is stored: they must be of an accepted kind, and the kind the file's name says. */
export const refuseUnsafeFile: CollectionBeforeOperationHook = async ({ req }) => {
  const { file } = req
  if (!file) return
  const bytes = file.tempFilePath ? await readFile(file.tempFilePath) : file.data
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  const allowed = extensions[mime]
  if (!allowed) throw refusal({ message: notAccepted(file.name), req })
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  if (!allowed.includes(extension))
    throw refusal({ message: disguised({ mime, name: file.name }), req })
  file.mimetype = mime
}

const notAccepted = (name: string): Bilingual => ({
  en: `“${name}” is not a picture or PDF that can be stored here. Use JPEG, PNG, WebP, GIF, AVIF or PDF; SVG is not accepted because it can carry scripts.`,
  zh: `无法保存“${name}”：仅支持 JPEG、PNG、WebP、GIF、AVIF 图片和 PDF 文件；SVG 可能包含脚本，不予接收。`,
})

const disguised = ({ mime, name }: { mime: string; name: string }): Bilingual => ({
  en: `“${name}” is really a file of type ${mime}. Give it the ending that belongs to it, or choose another file.`,
  zh: `“${name}”的实际类型是 ${mime}，与文件名不符，请改用正确的扩展名或另选文件。`,
})

const refusal = ({ message, req }: { message: Bilingual; req: PayloadRequest }): ValidationError =>
  new ValidationError({
    collection: 'media',
    errors: [{ message: inUsersLanguage({ message, req }), path: 'file' }],
    req,
  })
