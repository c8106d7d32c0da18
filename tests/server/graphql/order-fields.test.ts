import { parse } from 'graphql'
import { expect, it } from 'vitest'

import { orderFields } from '../../../src/server/graphql/order-fields.ts'

type Hooks = {
  onExecute: (about: object) => {
    onExecuteDone: (about: { result: object; setResult: (result: object) => void }) => void
  }
}

/** The answer to a question whose fields came in another order. */
const answer = (query: string, result: object): string => {
  let told = result
  // Only what it reads of what it is given.
  const hooks = orderFields() as unknown as Hooks
  const { onExecuteDone } = hooks.onExecute({ args: { document: parse(query) } })
  onExecuteDone({ result, setResult: (ordered) => (told = ordered) })
  return JSON.stringify(told)
}

it.each([
  [
    'fields, also below lists and under other names',
    '{ b a: list { y x } }',
    { a: [{ x: 1, y: 2 }, null, { x: 3, y: 4 }], b: 5 },
    { b: 5, a: [{ y: 2, x: 1 }, null, { y: 4, x: 3 }] },
  ],
  [
    'what comes by fragments, where the first of them asks for it',
    'query { ...F ... on Query { c a } b } fragment F on Query { a { y } ...G } fragment G on Query { a { x } }',
    { b: 1, c: 2, a: { x: 3, y: 4 } },
    { a: { y: 4, x: 3 }, c: 2, b: 1 },
  ],
  [
    'a value that is an object itself',
    '{ b a }',
    { a: { z: 1, y: 2 }, b: 3 },
    { b: 3, a: { z: 1, y: 2 } },
  ],
  ['nothing that was left out', '{ b @skip(if: true) a }', { a: 1 }, { a: 1 }],
  [
    'a name that means something in JavaScript',
    '{ b __proto__: a }',
    JSON.parse('{"__proto__":1,"b":2}'),
    JSON.parse('{"b":2,"__proto__":1}'),
  ],
])(
  'the fields of an answer are in the order in which they were asked for: %s',
  (_, query, data, expected) => {
    expect(answer(query, { data })).toBe(JSON.stringify({ data: expected }))
  },
)

it('errors stay as they are', () => {
  const result = { errors: [{ message: 'No.' }] }
  expect(answer('{ a }', result)).toBe(JSON.stringify(result))
  expect(answer('{ a }', { data: null, ...result })).toBe(JSON.stringify({ data: null, ...result }))
})
