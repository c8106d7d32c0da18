import type { Locale } from '../../src/localization.ts'
import type { DocumentPlan, Slug, State } from './plan.ts'

export type TokenKind = 'internal' | Exclude<State, 'not-started'>

/** A text that names its document, its language and the state it was written for, so that a leak shows in the bytes. */
export const token = (number: number, part: `${Locale}-${TokenKind}`): string =>
  `tok-${number}-${part}`

/** The same for what both languages share: `hidden` is only ever saved as a draft. */
export const sharedToken = (number: number, kind: 'first' | 'hidden'): string =>
  `tok-${number}-shared-${kind}`

/** In the name and the texts of the picture that no public document shows. */
export const hiddenPicture = 'tok-0-picture-hidden'

/** Every token that stands in these bytes. */
export const tokensIn = (text: string): string[] => text.match(/tok-\d+-\w+-\w+/g) ?? []

/** The field that holds a document's title. */
export const titleOf = (slug: Slug): 'name' | 'title' =>
  slug === 'partner-profiles' ? 'name' : 'title'

/** The fields that are written in Chinese only. */
export const gapOf = (slug: Slug): string[] =>
  ({
    awards: ['edition'],
    'news-briefs': ['venue'],
    'partner-profiles': ['mission'],
    programs: [],
    stories: ['pullQuote'],
  })[slug]

/** The fields in which a document refers to others, by the collection referred to. */
export const relations: Record<Slug, Partial<Record<Slug, string>>> = {
  awards: { 'partner-profiles': 'recipient', programs: 'programs' },
  'news-briefs': { 'partner-profiles': 'participations', programs: 'programs' },
  'partner-profiles': { 'partner-profiles': 'networks' },
  programs: { 'partner-profiles': 'partners', programs: 'parent' },
  stories: { 'partner-profiles': 'partners', programs: 'programs' },
}

/** The joins of a collection: where they come from. */
export const joins: Partial<Record<Slug, Record<string, Slug>>> = {
  'partner-profiles': {
    awards: 'awards',
    briefs: 'news-briefs',
    programs: 'programs',
    stories: 'stories',
  },
  programs: {
    awards: 'awards',
    briefs: 'news-briefs',
    childPrograms: 'programs',
    stories: 'stories',
  },
}

type Known = { hiddenMedia: string; ids: string[]; media: string; plans: DocumentPlan[] }

/** What is shared by both languages, and refers to other documents. */
export const sharedData = ({
  kind,
  known,
  plan,
}: {
  kind: 'first' | 'hidden'
  known: Known
  plan: DocumentPlan
}): Record<string, unknown> => {
  const sources = [{ id: rowId(plan.number, 1), title: sharedToken(plan.number, 'first') }]
  if (kind === 'hidden') {
    sources.push({ id: rowId(plan.number, 2), title: sharedToken(plan.number, 'hidden') })
    return { cover: known.hiddenMedia, sources, ...hiddenRelations({ known, plan }) }
  }
  const own: Record<Slug, Record<string, unknown>> = {
    awards: { year: 2000 + plan.number },
    'news-briefs': { newsDate: `20${10 + plan.number}-05-01` },
    'partner-profiles': { kind: ['member'] },
    programs: {},
    stories: {},
  }
  return {
    cover: known.media,
    sources,
    ...own[plan.collection],
    ...relationData({ known, plan, targets: plan.links }),
  }
}

/** A draft that refers to something else than readers see: to the first document of each collection. */
const hiddenRelations = ({ known, plan }: { known: Known; plan: DocumentPlan }) =>
  relationData({
    known,
    plan,
    targets: plan.links.map((number) =>
      known.plans.findIndex(({ collection }) => collection === known.plans[number]!.collection),
    ),
  })

const relationData = ({
  known,
  plan,
  targets,
}: {
  known: Known
  plan: DocumentPlan
  targets: number[]
}): Record<string, unknown> =>
  Object.fromEntries(
    targets.flatMap((number) => {
      const slug = known.plans[number]!.collection
      const field = relations[plan.collection][slug]
      const id = known.ids[number]!
      if (!field) return []
      const row = rowId(plan.number, 3)
      const shapes: Record<string, unknown> = {
        networks: [{ id: row, network: id, role: 'member' }],
        parent: id,
        participations: [{ id: row, partner: id, role: 'host' }],
        partners: plan.collection === 'programs' ? [{ id: row, partner: id }] : [id],
        programs: [id],
        recipient: { relationTo: slug, value: id },
      }
      return [[field, shapes[field]]]
    }),
  )

/** The texts of one language. */
export const localizedData = ({
  kind,
  known,
  locale,
  plan,
}: {
  kind: Exclude<State, 'not-started'>
  known: Known
  locale: Locale
  plan: DocumentPlan
}): Record<string, unknown> => {
  const text = token(plan.number, `${locale}-${kind}`)
  const row = { id: rowId(plan.number, 4) }
  const links = plan.links.map((number) => ({
    relationTo: known.plans[number]!.collection,
    value: known.ids[number]!,
  }))
  const media = kind === 'published' || kind === 'withdrawn' ? known.media : known.hiddenMedia
  const body = richText({ links, media, row: `${row.id.slice(0, -2)}${locale}`, text })
  const contacts = [
    {
      id: rowId(plan.number, 5),
      email: `${token(plan.number, `${locale}-internal`)}@qiao.example`,
      name: token(plan.number, `${locale}-internal`),
      visibility: 'internal',
    },
  ]
  // Written in Chinese only, so that a fallback would have something to fill.
  const gap = locale === 'zh' ? text : undefined
  const own: Record<Slug, Record<string, unknown>> = {
    awards: { awardedBy: text, citation: body, edition: gap },
    'news-briefs': { body, speakers: [{ ...row, name: text, position: text }], venue: gap },
    'partner-profiles': {
      contacts,
      description: body,
      mission: gap,
      registrations: [{ ...row, authority: text }],
    },
    programs: { activities: [{ ...row, description: text, title: text }], contacts, need: body },
    stories: { body, authors: [{ ...row, name: text }], pullQuote: gap },
  }
  return {
    [titleOf(plan.collection)]: text,
    seo: { description: text, title: text },
    summary: text,
    ...own[plan.collection],
  }
}

/** Rows keep their ids over all saves, so that both languages fill the same ones. */
const rowId = (number: number, row: number): string =>
  `${String(number).padStart(4, '0')}${row}`.padEnd(24, 'a')

const richText = ({
  links,
  media,
  row,
  text,
}: {
  links: { relationTo: Slug; value: string }[]
  media: string
  row: string
  text: string
}) => {
  const element = { direction: 'ltr', format: '', indent: 0, version: 1 }
  const words = { detail: 0, format: 0, mode: 'normal', style: '', text, type: 'text', version: 1 }
  return {
    root: {
      ...element,
      children: [
        {
          ...element,
          children: [
            words,
            ...links.map((doc, index) => ({
              ...element,
              children: [words],
              fields: { doc, linkType: 'internal', newTab: false },
              id: `${row}${index}`,
              type: 'link',
              version: 3,
            })),
          ],
          textFormat: 0,
          type: 'paragraph',
        },
        block({ blockType: 'quote', id: `${row}q`, text }),
        block({ blockType: 'image', caption: text, id: `${row}i`, image: media }),
      ],
      type: 'root',
    },
  }
}

const block = (fields: Record<string, unknown>) => ({
  fields: { blockName: '', ...fields },
  format: '',
  type: 'block',
  version: 2,
})
