import { readLines } from './read-lines.ts'
import { exportFormat, type Footer, type Header, isRecord } from './records.ts'
import { TransferError } from './transfer-error.ts'

const start = /^\{"collection":"([^"]+)","id":"([^"]+)"/

/** The header and footer of an export, and the ids of its documents, without reading the documents themselves. */
export const surveyExport = async (
  file: string,
): Promise<{ footer: Footer | undefined; header: Header; ids: Map<string, Set<string>> }> => {
  const ids = new Map<string, Set<string>>()
  let header: Header | undefined
  let last = ''
  for await (const { number, text } of readLines(file)) {
    header ??= asHeader(text)
    const [, collection, id] = start.exec(text) ?? []
    if (collection && id) {
      const known = ids.get(collection) ?? new Set()
      ids.set(collection, known.add(id))
    } else if (number > 1 && !text.startsWith('{"doc":') && !text.startsWith('{"end":'))
      throw new TransferError(`Line ${number} of ${file} is no line of an export.`)
    last = text
  }
  if (!header) throw new TransferError(`${file} is no export.`)
  return {
    footer: last.startsWith('{"end":') ? (JSON.parse(last) as Footer) : undefined,
    header,
    ids,
  }
}

/** Whether a file is an export of ours; else it holds documents that come from elsewhere. */
export const isExport = async (file: string): Promise<boolean> => {
  for await (const { text } of readLines(file)) return asHeader(text) !== undefined
  return false
}

const asHeader = (text: string): Header | undefined => {
  if (!text.includes(exportFormat)) return undefined
  const value: unknown = JSON.parse(text)
  return isRecord(value) && value.format === exportFormat ? (value as Header) : undefined
}
