const endings = { all: 'InAllLanguages', input: 'Input', one: '' }

/** What a collection's or global's documents are called among the schemas: `NewsBriefs`, `NewsBriefsInput`. */
export const schemaName = (slug: string, shape: keyof typeof endings = 'one'): string =>
  `${slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}${endings[shape]}`
