import { cleanText } from '@qiao/delivery'

/** A text as any format can carry it, on one line. */
export const cleanLine = (value: unknown): string => cleanText(value).replace(/\s+/g, ' ').trim()
