import { readFileSync } from 'node:fs'
import path from 'node:path'

import { root } from '../support/conventions/repository.ts'

export type Snippet = {
  code: string
  /** The line in the page, to find it again. */
  line: number
  /** What the page says that it prints. */
  output: string
}

/** The programs of the page for frontend developers, each with the output that stands below it. */
export const pageSnippets = (): Snippet[] => {
  const text = readFileSync(path.join(root, 'src/frontends/guide.md'), 'utf8')
  const pairs = text.matchAll(/```ts\n([\s\S]*?)```\n+(?:```text\n([\s\S]*?)```)?/g)
  return [...pairs].map(({ index, 1: code = '', 2: output = '' }) => ({
    code,
    line: text.slice(0, index).split('\n').length,
    output,
  }))
}
