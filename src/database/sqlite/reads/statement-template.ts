import type { InValue } from '@libsql/client'

export type Statement = { args: InValue[]; sql: string }

/** A statement with the places among its arguments where what was lifted out of the question stands. */
export type Template = Statement & { holes: { at: number; lifted: number }[] }

/**
 * Finds where the `lifted` texts stand in a statement. Nothing is told when one of them stands in it otherwise than by
 * itself, or two are the same: then it could not be said what another question puts there.
 */
export const statementTemplate = (
  { params, sql }: { params: unknown[]; sql: string },
  lifted: string[],
): Template | undefined => {
  if (new Set(lifted).size !== lifted.length) return undefined
  if (lifted.some((text) => sql.includes(text))) return undefined
  const holes: Template['holes'] = []
  for (const [at, param] of params.entries()) {
    if (typeof param !== 'string') continue
    const index = lifted.indexOf(param)
    if (index !== -1) holes.push({ at, lifted: index })
    else if (lifted.some((text) => param.includes(text))) return undefined
  }
  const filled = new Set(holes.map((hole) => hole.lifted))
  return filled.size === lifted.length ? { args: params as InValue[], holes, sql } : undefined
}

export const fillTemplate = ({ args, holes, sql }: Template, lifted: string[]): Statement => {
  if (holes.length === 0) return { args, sql }
  const filled = [...args]
  for (const hole of holes) filled[hole.at] = lifted[hole.lifted] ?? null
  return { args: filled, sql }
}
