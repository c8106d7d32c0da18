import type { DeliveryDocument, JsonLdNode } from '@qiao/delivery'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'
import { locales } from '../../../src/localization.ts'
import { schemaOrg, schemaOrgFaults } from '../../support/schema-org-faults.ts'
import { writeFullDocuments } from './full-documents.ts'

const collections = ['news-briefs', 'programs', 'stories', 'awards', 'partner-profiles'] as const

let app: Awaited<ReturnType<typeof startDemoApp>>
/** The graph of each demo document, and of some in which every field is filled, in each language it is published in. */
const graphs: Record<string, DeliveryDocument['jsonLd']> = {}

beforeAll(async () => {
  app = await startDemoApp()
  await writeFullDocuments(app.payload)
  for (const collection of collections) {
    for (const locale of locales) {
      const { docs } = await app.payload.find({
        collection,
        depth: 0,
        limit: 0,
        locale,
        overrideAccess: false,
      })
      for (const { slug } of docs) {
        const path = `${collection}/${slug}?locale=${locale}`
        const { body } = await request(app.app).get(`/api/delivery/${path}`).expect(200)
        graphs[path] = body.jsonLd
      }
    }
  }
}, 240_000)

afterAll(() => app.stop())

const graphOf = (path: string): JsonLdNode[] => graphs[path]!['@graph']

const nodeOf = (path: string, type: string): JsonLdNode => {
  const node = graphOf(path).find((each) => each['@type'] === type)
  expect(node, `${type} of ${path}`).toBeDefined()
  return node!
}

describe('the JSON-LD of the demo content', () => {
  it('is what the vocabulary of schema.org says, in every document and language', () => {
    expect(Object.keys(graphs).length).toBeGreaterThan(100)
    expect(schemaOrgFaults(graphs)).toEqual([])
  }, 120_000)

  it('is checked by something that sees a wrong type, a wrong property and a wrong value', () => {
    const faults = schemaOrgFaults({
      property: {
        '@context': schemaOrg,
        '@graph': [{ '@type': 'NewsArticle', headline: 'Title', foundingDate: '1992' }],
      },
      nested: {
        '@context': schemaOrg,
        '@graph': [{ '@type': 'Event', organizer: { '@type': 'NGO', headline: 'Title' } }],
      },
      type: { '@context': schemaOrg, '@graph': [{ '@type': 'Award', name: 'Title' }] },
      value: {
        '@context': schemaOrg,
        '@graph': [{ '@type': 'Event', location: { '@type': 'Person', name: 'A person' } }],
      },
    })
    const names = new Set(faults.map((fault) => fault.split(':')[0]))
    expect(names).toEqual(new Set(['nested', 'property', 'type', 'value']))
  }, 120_000)

  it('refers to nothing that is not in the graph, and names no node twice', () => {
    for (const [path, { '@graph': nodes }] of Object.entries(graphs)) {
      const ids = nodes.map((node) => node['@id']).filter((id) => id !== undefined)
      expect(new Set(ids).size, path).toBe(ids.length)
      const known = new Set(ids)
      const missing = partsOf(nodes)
        .filter((part) => Object.keys(part).join() === '@id')
        .filter((part) => !known.has(part['@id']!))
      expect(missing, path).toEqual([])
    }
  })

  it('writes addresses in full, dates as ISO 8601, and nothing empty', () => {
    const date = /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+Z)?)?)?$/
    for (const [path, { '@graph': nodes }] of Object.entries(graphs)) {
      for (const part of partsOf(nodes)) {
        for (const [name, value] of Object.entries(part)) {
          const where = `${name} in ${path}`
          expect(value, where).not.toBeNull()
          expect(value, where).not.toBe('')
          if (['@id', 'contentUrl', 'item', 'sameAs', 'target', 'url'].includes(name))
            for (const url of [value].flat())
              if (typeof url === 'string') expect(url, where).toMatch(/^https?:\/\/[^/]+/)
          if (/date|Date$|^valid|^expires|^temporal/.test(name)) expect(value, where).toMatch(date)
        }
      }
    }
  })
})

describe('the subject of a page', () => {
  it('is the article of a brief, about an event with its organisers, speakers and place', () => {
    const path = 'news-briefs/study-tour-seoul-2019?locale=en'
    const event = nodeOf(path, 'Event')
    expect(nodeOf(path, 'NewsArticle').about).toContainEqual({ '@id': event['@id'] })
    expect(event).toMatchObject({
      location: { '@type': 'Place', address: { addressCountry: 'KR' } },
      startDate: expect.stringMatching(/^2019-\d\d-\d\d$/),
    })
    expect(event.organizer).toBeDefined()
  })

  it('is an article alone where a brief tells of no occasion', () => {
    const types = graphOf('news-briefs/the-year-2021-in-figures?locale=en').map(
      (node) => node['@type'],
    )
    expect(types).toContain('NewsArticle')
    expect(types).not.toContain('Event')
  })

  it('is a project with funders, members and what a gift makes possible', () => {
    const project = nodeOf('programs/yuan-jian-jiao-yu-xiang-mu?locale=zh', 'Project')
    expect(project.potentialAction).toMatchObject({
      '@type': 'DonateAction',
      priceSpecification: expect.arrayContaining([
        expect.objectContaining({ '@type': 'PriceSpecification', priceCurrency: 'USD' }),
      ]),
    })
    expect(project.foundingDate).toMatch(/^2008/)
  })

  it('names who pays as funder, with a grant whose sum nobody has said', () => {
    const path = 'programs/full-program?locale=en'
    const project = nodeOf(path, 'Project')
    const funder = { '@id': 'https://www.qiao.example/en/partners/full-foundation#organization' }
    expect(project).toMatchObject({
      contactPoint: { '@type': 'ContactPoint', email: 'public@example.org' },
      dissolutionDate: '2024-12-31',
      foundingDate: '2020-01-01',
      funder,
      funding: { '@type': 'MonetaryGrant', funder },
      identifier: { propertyID: 'IATI', value: 'XM-FULL-1' },
      parentOrganization: { '@id': 'https://www.qiao.example/en/programs/full-parent#project' },
    })
    expect(JSON.stringify(graphOf(path))).not.toContain('internal@example.org')
  })

  it('is an article with the questions and answers of an interview', () => {
    const { hasPart } = nodeOf('stories/interview-li-xiajie-gwp?locale=en', 'Article')
    const [first] = [hasPart].flat() as JsonLdNode[]
    expect(first).toMatchObject({ '@type': 'Question', acceptedAnswer: { '@type': 'Answer' } })
  })

  it('is a certification where an authority states something, else a text of whoever was honoured', () => {
    const rating = nodeOf('awards/grade-4a-in-the-evaluation-of-2022?locale=en', 'Certification')
    expect(rating).toMatchObject({ issuedBy: {}, validFrom: expect.stringMatching(/^2022/) })
    const honoured = graphOf('awards/best-ngo-award-2007?locale=en').find(({ award }) => award)
    expect(honoured).toMatchObject({ '@type': 'NGO', award: 'Best NGO Award (2007)' })
  })

  it('is an organisation with what is known of its standing, no more exact than it is known', () => {
    const path = 'partner-profiles/cango?locale=en'
    expect(nodeOf(path, 'NGO')).toMatchObject({
      '@id': 'https://www.qiao.example/en/partners/cango#organization',
      alternateName: 'CANGO',
      award: expect.arrayContaining(['Best NGO Award (2007)']),
      foundingDate: '1992-07-22',
      hasCertification: expect.arrayContaining([
        expect.objectContaining({ name: 'Special Consultative Status', validFrom: '2007' }),
      ]),
      memberOf: { '@id': 'https://www.qiao.example/en/partners/ccan#organization' },
    })
  })

  it('is in the language of the page', () => {
    const path = 'partner-profiles/zhong-guo-min-cu-hui?locale=zh'
    const chinese = Object.keys(graphs).filter((each) => each.endsWith('locale=zh'))
    expect(chinese.length).toBeGreaterThan(50)
    for (const each of chinese) {
      const { inLanguage, name } = nodeOf(each, 'WebPage')
      expect(inLanguage, path).toBe('zh-Hans')
      expect(name, each).toMatch(/\p{Script=Han}/u)
    }
  })
})

const partsOf = (value: unknown): JsonLdNode[] => {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as JsonLdNode, ...Object.values(value).flatMap(partsOf)]
}
