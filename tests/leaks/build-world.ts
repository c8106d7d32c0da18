import { changeLocales } from '@qiao/locale-publishing'
import { createLocalReq, type Payload } from 'payload'
import sharp from 'sharp'

import { withConflictRetry } from '../../src/database/index.ts'
import type { Locale } from '../../src/localization.ts'
import type { DocumentPlan, Step } from './plan.ts'
import { hiddenPicture, localizedData, sharedData } from './texts.ts'

/** What was written into the database. */
export type World = {
  /** A picture that only drafts show. */
  hiddenMedia: string
  ids: string[]
  media: string
  plans: DocumentPlan[]
}

/** Writes the planned documents, one after the other. */
export const buildWorld = async (payload: Payload, plans: DocumentPlan[]): Promise<World> => {
  const world = await startWorld(payload, plans)
  for (const plan of plans) {
    await writeDocument({ payload, plan, world })
    await hideSomething({ payload, plan, world })
  }
  for (const locale of ['en', 'zh'] as const) {
    await payload.updateGlobal({
      data: { profile: world.ids[0], siteName: 'Qiao', urlPatterns: urlPatterns(locale) },
      locale,
      slug: 'organization',
    })
  }
  return world
}

/** A page for each document, so that links in texts lead somewhere, by the slug of what is linked. */
const urlPatterns = (locale: Locale) =>
  Object.fromEntries(
    ['newsBriefs', 'programs', 'stories', 'awards', 'partnerProfiles'].map((name) => [
      name,
      `https://qiao.example/${locale}/${name}/{slug}`,
    ]),
  )

/** A world in which nothing is written yet but two pictures. */
export const startWorld = async (payload: Payload, plans: DocumentPlan[]): Promise<World> => ({
  ids: plans.map(({ number }) => `unwritten-${number}`),
  hiddenMedia: await uploadPicture(payload, hiddenPicture),
  media: await uploadPicture(payload, 'picture'),
  plans,
})

type Args = { payload: Payload; plan: DocumentPlan; world: World }

export const writeDocument = async ({ payload, plan, world }: Args): Promise<void> => {
  world.ids[plan.number] = await startDocument({ payload, plan, world })
  for (const step of plan.steps.slice(1)) await takeStep({ payload, plan, step, world })
}

const startDocument = async ({ payload, plan, world }: Args): Promise<string> => {
  const [step] = plan.steps
  const shared = sharedData({ kind: 'first', known: world, plan })
  const { id } = await payload.create({
    collection: plan.collection as 'topics',
    data: step ? dataOf({ plan, step, world }, shared) : (shared as { title: string }),
    draft: !step || step.kind === 'draft' || step.kind === 'changed',
    locale: step?.locale ?? 'en',
  })
  return id
}

export const takeStep = async ({
  payload,
  plan,
  step,
  world,
}: Args & { step: Step }): Promise<void> => {
  const id = world.ids[plan.number]!
  if (step.kind === 'withdraw') {
    await change('unpublish', { locale: step.locale, payload, plan, world })
    return
  }
  await payload.update({
    collection: plan.collection as 'topics',
    data: dataOf({ plan, step, world }),
    draft: step.kind === 'draft' || step.kind === 'changed',
    id,
    locale: step.locale,
  })
}

/** Withdraws a language, or takes it back to what is published. */
export const change = async (
  action: 'revert' | 'unpublish',
  { locale, payload, plan, world }: Args & { locale: Locale },
): Promise<void> => {
  await withConflictRetry(async () =>
    changeLocales(action, {
      collection: payload.collections[plan.collection].config,
      id: world.ids[plan.number]!,
      locales: [locale],
      overrideAccess: true,
      req: await createLocalReq({ locale }, payload),
    }),
  )
}

/** A draft of what both languages share, where a language has a draft anyway. */
export const hideSomething = async ({ payload, plan, world }: Args): Promise<void> => {
  const locale = (['en', 'zh'] as const).find((each) =>
    ['changed', 'draft'].includes(plan.states[each]),
  )
  if (!locale) return
  await payload.update({
    collection: plan.collection as 'topics',
    data: sharedData({ kind: 'hidden', known: world, plan }),
    draft: true,
    id: world.ids[plan.number]!,
    locale,
  })
}

const dataOf = (
  { plan, step, world }: Omit<Args, 'payload'> & { step: Step },
  shared: Record<string, unknown> = {},
) => {
  const { kind, locale } = step
  if (kind === 'withdraw') throw new Error('A withdrawal writes no texts.')
  const isDraft = kind === 'draft' || kind === 'changed'
  return {
    ...shared,
    ...localizedData({ kind, known: world, locale, plan }),
    ...(isDraft ? {} : { _status: 'published' }),
  } as unknown as { title: string }
}

const uploadPicture = async (payload: Payload, name: string): Promise<string> => {
  const data = await sharp({
    create: { background: '#246', channels: 3, height: 8, width: 8 },
  })
    .png()
    .toBuffer()
  const { id } = await payload.create({
    collection: 'media',
    data: { alt: `${name} in English` },
    file: { data, mimetype: 'image/png', name: `${name}.png`, size: data.length },
    locale: 'en',
  })
  await payload.update({ collection: 'media', data: { alt: `${name} 中文` }, id, locale: 'zh' })
  return id
}
