import type { Payload } from 'payload'
import { awards } from './content/awards.ts'
import { newsBriefs } from './content/news-briefs.ts'
import { partnerProfiles } from './content/partner-profiles.ts'
import { pictures } from './content/pictures.ts'
import { programs } from './content/programs.ts'
import { stories } from './content/stories.ts'
import { topics } from './content/topics.ts'
import { demoEditor, users } from './content/users.ts'
import { inTransaction } from './in-transaction.ts'
import type { Reference } from './reference.ts'
import { seedEntry } from './seed-entry.ts'
import { seedMedia } from './seed-media.ts'
import { seedOrganization } from './seed-organization.ts'
import { seedUsers } from './seed-users.ts'

/** In the order in which they refer to each other. */
const entries = {
  topics,
  'partner-profiles': partnerProfiles,
  programs,
  stories,
  awards,
  'news-briefs': newsBriefs,
}

/**
 * Writes the bilingual demo content as the demo editor would: with the editor's rights, through validation and hooks,
 * document by document. What is there already stays untouched, so seeding again changes nothing.
 *
 * @returns how many users, files and documents are new
 */
export const seedDemo = async ({
  password,
  payload,
}: {
  /** Of the demo users that are new, in plain text. */
  password: string
  payload: Payload
}): Promise<{ created: number }> => {
  let created = await inTransaction({
    payload,
    user: null,
    work: (req) => seedUsers({ password, req, users }),
  })
  const user = await findEditor(payload)
  const ids = new Map<string, string>()
  const remember = (name: string, { id, isNew }: { id: string; isNew: boolean }): void => {
    ids.set(name, id)
    if (isNew) created += 1
  }
  const idOf = ({ collection, key }: Reference): string => {
    const id = ids.get(`${collection}/${key}`)
    if (!id) throw new Error(`The demo content has no "${key}" in ${collection} to refer to.`)
    return id
  }

  for (const picture of pictures) {
    const work = (req: Parameters<typeof seedMedia>[0]['req']) => seedMedia({ picture, req })
    remember(`media/${picture.key}`, await inTransaction({ payload, user, work }))
  }
  for (const [name, list] of Object.entries(entries)) {
    const collection = name as keyof typeof entries
    for (const entry of list) {
      const work = (req: Parameters<typeof seedEntry>[0]['req']) =>
        seedEntry({ collection, entry, idOf, req })
      remember(`${collection}/${entry.key}`, await inTransaction({ payload, user, work }))
    }
  }
  const isNew = await inTransaction({
    payload,
    user,
    work: (req) => seedOrganization({ idOf, req }),
  })
  return { created: created + (isNew ? 1 : 0) }
}

const findEditor = async (payload: Payload) => {
  const { docs } = await payload.find({
    collection: 'users',
    limit: 1,
    where: { email: { equals: demoEditor } },
  })
  const [editor] = docs
  if (!editor) throw new Error(`The demo editor ${demoEditor} is missing.`)
  return { ...editor, collection: 'users' as const }
}
