import type { Award } from '../generated/payload-types.ts'

/** schema.org has no type for awards: whoever received one has a text, `Best NGO Award (2007)`. */
export const awardText = ({ grade, title, year }: Award): string =>
  `${[title, grade && !title.includes(grade) ? grade : ''].filter(Boolean).join(', ')} (${year})`
