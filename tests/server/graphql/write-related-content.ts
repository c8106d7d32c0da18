import type { CollectionSlug, Payload } from 'payload'
import sharp from 'sharp'

import { paragraph } from '../../support/rich-text.ts'

/**
 * Writes so many programs, each with what surrounds one: partners, topics, pictures, briefs, stories, awards and a
 * program within it, all of its own. Programs are in both languages, the rest in English.
 */
export const writeRelatedContent = async (payload: Payload, count: number): Promise<void> => {
  for (let number = 1; number <= count; number += 1) await writeProgram(payload, number)
}

const writeProgram = async (payload: Payload, number: number): Promise<void> => {
  const create = async (collection: CollectionSlug, data: object): Promise<string> => {
    const { id } = await payload.create({
      collection,
      data: { _status: 'published', ...data } as never,
      locale: 'en',
    })
    return id
  }
  const named = (title: string) => `${title} ${String(number).padStart(2, '0')}`
  const image = await picture(payload, named('picture'))
  const topic = await create('topics', { title: named('Topic') })
  const network = await create('partner-profiles', { kind: ['network'], name: named('Network') })
  const partner = await create('partner-profiles', {
    kind: ['member'],
    logo: image,
    name: named('Partner'),
    networks: [{ network, role: 'member' }],
  })
  const program = await create('programs', {
    cover: image,
    donation: { accepting: true, intermediary: network },
    gallery: [{ caption: named('Caption'), image }],
    need: paragraph(named('Need')),
    partners: [
      { partner, role: 'lead' },
      { partner: network, role: 'funder' },
    ],
    title: named('Program'),
    topics: [topic],
  })
  await payload.update({
    id: program,
    collection: 'programs',
    data: { _status: 'published', title: `项目${number}` },
    locale: 'zh',
  })
  await create('programs', { parent: program, title: named('Child'), topics: [topic] })
  for (const part of ['first', 'second', 'third']) {
    await create('news-briefs', {
      body: paragraph(named(part)),
      cover: image,
      newsDate: `2020-0${part.length % 9}-0${(number % 9) + 1}`,
      participations: [{ partner, role: 'organiser' }],
      programs: [program],
      speakers: [{ name: named('Speaker'), partner: network }],
      title: named(`Brief ${part}`),
      topics: [topic],
    })
  }
  await create('stories', {
    authors: [{ name: named('Author') }],
    partners: [partner, network],
    programs: [program],
    title: named('Story'),
  })
  const award = { awardedBy: 'Somebody', programs: [program], year: 1990 + number }
  await create('awards', {
    ...award,
    awardingPartner: network,
    recipient: { relationTo: 'partner-profiles', value: partner },
    title: named('Award'),
  })
  await create('awards', {
    ...award,
    recipient: { relationTo: 'programs', value: program },
    title: named('Prize'),
  })
}

const picture = async (payload: Payload, name: string): Promise<string> => {
  const data = await sharp({
    create: { background: 'white', channels: 3, height: 2, width: 2 },
  })
    .png()
    .toBuffer()
  const { id } = await payload.create({
    collection: 'media',
    data: { alt: name },
    file: { data, mimetype: 'image/png', name: `${name}.png`, size: data.length },
    locale: 'en',
  })
  await payload.update({ id, collection: 'media', data: { alt: '图片' }, locale: 'zh' })
  return id
}
