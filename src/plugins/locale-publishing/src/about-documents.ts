import type { Access, PayloadRequest, TextField, Where } from 'payload'

/** What the collections beside the content have in common, whose rows are about one language of one document. */

/** Whoever may read the versions of these documents may read what is planned and asked for with them. */
export const mayReadVersions = async ({
  req,
  slug,
}: {
  req: PayloadRequest
  slug: string
}): Promise<boolean> => {
  if (!req.user) return false
  const { access } = req.payload.collections[slug as keyof typeof req.payload.collections].config
  return (await access.readVersions({ req })) === true
}

/** The rows about documents whose versions one may read. */
export const withReadableVersions =
  (collections: readonly string[]): Access =>
  async ({ req }) => {
    const allowed = await Promise.all(collections.map((slug) => mayReadVersions({ req, slug })))
    const slugs = collections.filter((_, index) => allowed[index])
    return slugs.length > 0 && { documentCollection: { in: slugs } }
  }

/** The rows about one document that nobody has answered or done yet. */
export const openFor = ({ id, slug }: { id: string; slug: string }): Where => ({
  and: [
    { document: { equals: id } },
    { documentCollection: { equals: slug } },
    { isOpen: { equals: true } },
  ],
})

export const plainText = (name: string, label: { en: string; zh: string }): TextField => ({
  name,
  type: 'text',
  label,
  localized: false,
})
