/** The English wording of a label or description, which may be a text, one for each language, or none. */
export const englishText = (text: unknown): string => {
  if (typeof text === 'string') return text
  const english = typeof text === 'object' && text !== null && 'en' in text ? text.en : undefined
  return typeof english === 'string' ? english : ''
}
