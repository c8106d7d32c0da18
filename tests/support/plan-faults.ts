import type { Plan, Step } from './explain-reads.ts'

/**
 * What makes a plan slow on a large database; nothing when it is good:
 * - reading a whole table, other than the documents' own in the order of the list, or that or an index to count them;
 * - sorting what no index has narrowed to a few documents;
 * - a part that is run for each document and reads more than what belongs to it.
 */
export const planFaults = ({ statement, steps }: Plan): string[] => {
  const own = /from "(\w+)"/i.exec(statement.replace(/\(select .*\) as "\w+"/gi, ''))?.[1]
  const results = steps.flatMap(
    ({ detail }) => /^(?:CO-ROUTINE|MATERIALIZE) (.+)/.exec(detail)?.[1] ?? [],
  )
  const isLoop = ({ detail }: Step) => /^(?:SCAN|SEARCH)/.test(detail) && !isResult(detail)
  const isResult = (detail: string) => results.some((name) => detail === `SCAN ${name}`)
  const firstLoopIn = (parent: number) =>
    steps.find((step) => step.parent === parent && isLoop(step))
  return steps
    .filter((step) => {
      const { detail, parent } = step
      if (detail.startsWith('SCAN') && !isResult(detail)) {
        const isCount =
          /^select count/i.test(statement) &&
          (detail.includes(' COVERING INDEX ') || detail === `SCAN ${own}`)
        const isOwn = detail.startsWith(`SCAN ${own} USING `)
        return !((isOwn || isCount) && step === firstLoopIn(parent))
      }
      if (/^USE TEMP B-TREE FOR .*ORDER BY/.test(detail)) {
        return !findsFew(firstLoopIn(parent))
      }
      if (detail.startsWith('CORRELATED')) {
        const parts = steps.filter(
          (part) => part.parent === step.id && part.detail.startsWith('CO-ROUTINE'),
        )
        return ![step, ...parts].every(({ id }) => {
          const first = firstLoopIn(id)
          return !first || findsFew(first)
        })
      }
      return false
    })
    .map(({ detail }) => detail)
}

/**
 * The same, for questions whose rows differ in what they are sorted by first, such as the place in an order: what
 * Payload sorts by after it has nothing to do, though SQLite does not know it.
 */
export const planFaultsOfDistinct = (plan: Plan): string[] =>
  planFaults(plan).filter((fault) => !fault.includes('RIGHT PART OF ORDER BY'))

/** True when a loop finds its rows by what only few share: an id, a document, a related document, a slug. */
const findsFew = (step: Step | undefined) =>
  /\((?:\w+=\? AND )*(?:\w*id|\w*slug)=\?/.test(step?.detail ?? '')
