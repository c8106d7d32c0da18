import type { Express } from 'express'
import request from 'supertest'
import { validateXML } from 'xmllint-wasm'

/** The text of an answer whatever its type, and its headers. */
export const askFeed = async (
  app: Express,
  path: string,
): Promise<{ headers: Record<string, string>; status: number; text: string }> => {
  const { body, headers, status } = await request(app)
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')))
    })
  return { headers, status, text: body }
}

/** What libxml finds wrong with an XML document, by a schema where one is given. */
export const faultsOfXml = async (xml: string, schema?: string[]): Promise<string[]> => {
  const [first, ...others] = schema ?? []
  const { errors } = first
    ? await validateXML({
        preload: others.map((contents, index) => ({ contents, fileName: `other-${index}.xsd` })),
        schema: [first],
        xml: [{ contents: xml, fileName: 'answer.xml' }],
      })
    : await validateXML({
        normalization: 'c14n',
        xml: [{ contents: xml, fileName: 'answer.xml' }],
      })
  return errors.map(({ message }) => message)
}
