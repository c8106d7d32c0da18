import { type Content, isContent } from '../content/content-field.ts'
import type { ForeignEdit } from '../revisions/describe-edits.ts'

/** What a person chose for one field: their own value, perhaps edited once more, or the other one's. */
export type Choice = { isMine: boolean; text?: string }

/** The write that settles the conflicts: what this person changed, without what shall stay the other's. */
export const settledBody = ({
  choices,
  conflicts,
  form,
  mine,
  revision,
}: {
  choices: Record<string, Choice>
  conflicts: ForeignEdit[]
  form: Content
  /** Paths of the fields that this person changed. */
  mine: string[]
  /** What the other one saved: the write is made on top of it. */
  revision: string
}): Content => {
  let body: Content = { lastSaved: { revision } }
  const contested = new Set(conflicts.map(({ path }) => path))
  for (const path of mine) {
    const choice = choices[path]
    if (contested.has(path) && !choice?.isMine) continue
    body = withValue(body, path.split('.'), choice?.text ?? valueAt(form, path))
  }
  return body
}

export const valueAt = (content: unknown, path: string): unknown =>
  path.split('.').reduce((part, name) => (isContent(part) ? part[name] : undefined), content)

const withValue = (content: Content, [name = '', ...rest]: string[], value: unknown): Content => {
  const part = content[name]
  if (rest.length === 0) return { ...content, [name]: value }
  return { ...content, [name]: withValue(isContent(part) ? part : {}, rest, value) }
}
