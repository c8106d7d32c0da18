import { APIError } from 'payload'

import { publicCaps } from './public-caps.ts'

/** Refuses (400) a number above its cap, and 0 where that asks for all. */
export const capNumber = ({
  cap,
  field,
  isAllAtZero = false,
  value,
}: {
  cap: number
  field: string
  isAllAtZero?: boolean
  value: unknown
}): void => {
  if (value === undefined || value === null || value === '') return
  if (isAllAtZero && Number(value) === 0) throw capRefusal(field, `0 asks for all; ${howToPage}`)
  if (Number(value) > cap) throw capRefusal(field, `the most is ${cap} for public reads`)
}

/** Refuses (400) a list of everything. */
export const capList = ({ limit, pagination }: { limit?: unknown; pagination?: unknown }): void => {
  capNumber({ cap: publicCaps.limit, field: 'limit', isAllAtZero: true, value: limit })
  const hasLimit = limit !== undefined && limit !== null && limit !== ''
  if (String(pagination) === 'false' && !hasLimit)
    throw capRefusal('pagination', `“false” without a limit asks for all; ${howToPage}`)
}

const howToPage = `ask page by page, with a limit of up to ${publicCaps.limit}`

export const capRefusal = (field: string, problem: string): APIError =>
  new APIError(`The parameter ${field} cannot be taken: ${problem}.`, 400, { field }, true)
