import { pinyin } from 'pinyin-pro'

/** Longest slug that is made; a limit for the database index and for the patience of whoever reads the address. */
export const longestSlug = 96

/**
 * `中国民间组织 2021` → `zhong-guo-min-jian-zu-zhi-2021`; `Café & “Tea”` → `cafe-tea`.
 * Returns an empty string when nothing of the text can stand in an address.
 */
export const slugify = (text: string): string => {
  const spelled = pinyin(text, { nonZh: 'consecutive', toneType: 'none', type: 'array', v: true })
  const words = spelled
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return shorten(words)
}

/** Cuts at a word, because half a word in an address reads as a mistake. */
const shorten = (words: string[]): string => {
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, longestSlug)
    if (longer.length > longestSlug) break
    slug = longer
  }
  return slug
}
