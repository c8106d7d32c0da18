import { describe, expect, it } from 'vitest'

import { known, figures, figuresOn } from './facts.ts'
import type { Reader } from './reader.ts'

export const donationPage = ({ readOne }: Reader): void => {
  describe('the donation page', () => {
    const key = 'programs/visionary-education-program'

    it('has its issue area, its start and its lead', async () => {
      const program = await readOne('Program', {
        fields: `title kind status start { date precision } topics { title }
        partners { role since { date precision } partner { name acronym } }`,
        key,
        locale: 'en',
      })
      expect(program).toMatchObject({
        kind: 'program',
        start: known('2008-01-01', 'year'),
        status: 'active',
        title: 'Visionary Education Program',
        topics: [{ title: 'Education' }, { title: 'Rural development' }],
      })
      expect(program.partners).toMatchObject([
        { partner: { acronym: 'CANGO' }, role: 'lead', since: known('2008-01-01', 'year') },
        { partner: { name: 'Give2Asia' }, role: 'intermediary' },
      ])
    })

    it('has three activities with their numbers', async () => {
      const program = await readOne('Program', {
        fields: `activities { title description } ${figures}`,
        key,
        locale: 'en',
      })
      expect(program.activities.map(({ title }: { title: string }) => title)).toEqual([
        'Global Leadership Fellowship for Headmasters in Mountainous Regions',
        'International Leadership Forum for China’s Rural Educators',
        'Educational camps',
      ])
      expect(figuresOn(program, 'Places in the fellowship each year')).toMatchObject([
        { value: 18 },
      ])
      expect(figuresOn(program, 'Schools with a camp each year')).toMatchObject([{ value: 1 }])
    })

    it.each([
      ['Headteachers trained', 'exact', 219],
      ['Provinces the headteachers came from', 'exact', 22],
      ['Scholars and specialists who taught', 'more_than', 100],
      ['Schools with a camp', 'more_than', 10],
      ['Pupils in the camps', 'about', 2000],
    ])('counts: %s', async (metric, qualifier, value) => {
      const program = await readOne('Program', { fields: figures, key, locale: 'en' })
      expect(figuresOn(program, metric)).toMatchObject([
        {
          asOf: { precision: 'year' },
          qualifier,
          source: expect.stringContaining('Give2Asia'),
          value,
        },
      ])
    })

    it('has three gifts with their outcomes, in both languages', async () => {
      const fields = 'donation { accepting url tiers { amount currency outcome } }'
      const english = await readOne('Program', { fields, key, locale: 'en' })
      expect(english.donation).toMatchObject({
        accepting: true,
        tiers: [
          {
            amount: 8000,
            currency: 'USD',
            outcome: expect.stringContaining('10 rural headteachers'),
          },
          { amount: 12_000, currency: 'USD', outcome: expect.stringContaining('300 pupils') },
          {
            amount: 18_000,
            currency: 'USD',
            outcome: expect.stringContaining('18 rural headteach'),
          },
        ],
      })
      const chinese = await readOne('Program', { fields, key, locale: 'zh' })
      expect(chinese.donation.tiers).toMatchObject([
        { amount: 8000, outcome: '可支持 10 名乡村校长参加中国乡村教育者国际领导力论坛。' },
        { amount: 12_000, outcome: '可支持 300 名学生参加教育营。' },
        { amount: 18_000, outcome: '可支持 18 名乡村校长完成领导力培训。' },
      ])
    })

    it('says who takes the gift and where it can be deducted', async () => {
      const { donation } = await readOne('Program', {
        fields: `donation { intermediary { name kind ${figures} }
        taxBenefits { country entity note } }`,
        key,
        locale: 'en',
      })
      expect(donation.intermediary).toMatchObject({ kind: ['intermediary'], name: 'Give2Asia' })
      expect(donation.intermediary.figures).toMatchObject([
        { currency: 'USD', qualifier: 'more_than', value: 465_000_000 },
        { qualifier: 'more_than', value: 20 },
      ])
      expect(donation.taxBenefits).toMatchObject([
        { country: 'US', entity: 'Give2Asia', note: expect.stringContaining('cannot be refunded') },
      ])
    })

    it('has the provinces as codes, with names in both languages', async () => {
      const fields = 'locations { country province name }'
      const english = await readOne('Program', { fields, key, locale: 'en' })
      expect(english.locations.map(({ province }: { province: string }) => province)).toEqual([
        'CN-QH',
        'CN-AH',
        'CN-HA',
        'CN-YN',
        'CN-SC',
        'CN-HL',
        'CN-HN',
      ])
      const chinese = await readOne('Program', { fields, key, locale: 'zh' })
      expect(chinese.locations[0]).toEqual({ country: 'CN', name: '青海', province: 'CN-QH' })
    })

    it('has need, solution, progress and impact as texts, and captions for its pictures', async () => {
      for (const locale of ['en', 'zh'] as const) {
        const program = await readOne('Program', {
          fields:
            'need { json html text } solution { json html text } progress { json html text } impact { json html text } gallery { caption image { url } }',
          key,
          locale,
        })
        for (const text of [program.need, program.solution, program.progress, program.impact]) {
          expect(text.json.root.children.length).toBeGreaterThan(0)
          expect(text.html).toMatch(/^<p>/)
          expect(text.text).not.toBe('')
        }
        expect(program.gallery).toHaveLength(2)
        expect(program.gallery[0].caption).toContain(locale === 'en' ? 'training' : '培训')
      }
    })
  })
}
