import type { FlattenedField, PayloadRequest } from 'payload'

import type { Content } from '../read-documents.ts'
import type { RichTextRenderer } from '../rich-text/rich-text-renderer.ts'
import { isRecord } from '../is-record.ts'

type Rendering = { locale: string; render: RichTextRenderer; req: PayloadRequest }

/** The document with each of its rich texts as `{ json, html, text }`; what they link to is looked up for all at once. */
export const renderTexts = async ({
  doc,
  fields,
  ...rendering
}: Rendering & { doc: Content; fields: readonly FlattenedField[] }): Promise<Content> =>
  (await within(fields, doc, rendering)) as Content

const within = async (
  fields: readonly FlattenedField[],
  part: Record<string, unknown>,
  rendering: Rendering,
): Promise<Record<string, unknown>> => {
  const rendered = await Promise.all(
    fields.map(async (field): Promise<[string, unknown][]> => {
      const value = part[field.name]
      if (value === null || value === undefined) return []
      if (field.type === 'richText') {
        const { html, text } = await rendering.render({ ...rendering, value })
        return [[field.name, { json: value, html, text }]]
      }
      if (!('flattenedFields' in field)) return []
      const parts = field.flattenedFields
      if (isRecord(value)) return [[field.name, await within(parts, value, rendering)]]
      if (!Array.isArray(value)) return []
      const rows = (value as unknown[]).map((row) =>
        isRecord(row) ? within(parts, row, rendering) : row,
      )
      return [[field.name, await Promise.all(rows)]]
    }),
  )
  return { ...part, ...Object.fromEntries(rendered.flat()) }
}
