import type { Config } from 'payload'

/** A slug of a collection that does not exist is a slip of the pen: throws and names it. */
export const assertCollectionsExist = ({
  config,
  slugs,
}: {
  config: Config
  slugs: string[]
}): void => {
  const known = new Set((config.collections ?? []).map(({ slug }) => slug))
  const unknown = slugs.find((slug) => !known.has(slug))
  if (unknown !== undefined) {
    throw new Error(
      `localized-slugs: option "collections" names "${unknown}", which is no collection.`,
    )
  }
}
