/** How much a reader may ask for at once who does not work here. */
export const publicCaps = {
  /** Filters, all told. */
  conditions: 100,
  /** Levels of documents within documents. */
  depth: 3,
  /** Documents of a join. */
  joinLimit: 100,
  /** Documents of a list. */
  limit: 500,
  /** Levels of `and` and `or`. */
  nesting: 10,
  /** Fields to sort by. */
  sort: 5,
} as const

/** The same of filters by who works here: SQLite fails on a thousand. */
export const staffCaps = { conditions: 500, nesting: 100 } as const
