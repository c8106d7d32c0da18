import { describe, expect, it } from 'vitest'

import { known, figures, figuresOn } from './facts.ts'
import type { Reader } from './reader.ts'

export const memberProfile = ({ readOne }: Reader): void => {
  describe('the member profile', () => {
    const key = 'partner-profiles/cango'

    it('has name, founding and standing', async () => {
      const fields = `name acronym founded { date precision }
      registrations { authority kind date { date precision } source }
      accreditations { title authority since { date precision } }
      taxBenefits { country entity note }`
      const english = await readOne('PartnerProfile', { fields, key, locale: 'en' })
      expect(english).toMatchObject({
        acronym: 'CANGO',
        founded: known('1992-07-22', 'day'),
        name: 'China Association for NGO Cooperation',
      })
      expect(english.registrations).toMatchObject([
        {
          authority: expect.stringContaining('Foreign Economic Relations and Trade'),
          date: known('1992-01-01', 'year'),
          kind: 'approval',
        },
        {
          authority: 'Ministry of Civil Affairs',
          date: known('1993-01-01', 'year'),
          kind: 'registration',
          source: expect.stringContaining('Climate Action Network'),
        },
        {
          authority: 'Ministry of Civil Affairs',
          date: known('1994-01-01', 'year'),
          kind: 'registration',
          source: expect.stringContaining('Give2Asia'),
        },
      ])
      expect(english.accreditations).toMatchObject([
        { since: known('2007-01-01', 'year'), title: 'Special Consultative Status' },
        { since: known('2016-01-01', 'year'), title: 'Grade 4A national social organisation' },
        { authority: 'Ministry of Finance and State Administration of Taxation' },
        { authority: expect.stringContaining('Beijing Municipal Bureau of Finance') },
      ])
      expect(english.taxBenefits).toMatchObject([{ country: 'CN' }])
      const chinese = await readOne('PartnerProfile', { fields, key, locale: 'zh' })
      expect(chinese.name).toBe('中国国际民间组织合作促进会（中国民促会）')
      expect(chinese.registrations[0].authority).toBe('原对外经济贸易部（今商务部）')
      expect(chinese.accreditations[0]).toMatchObject({
        authority: '联合国经济及社会理事会',
        title: '特别咨商地位',
      })
    })

    it('has mission, vision and focus in both languages', async () => {
      const fields = 'mission vision focus'
      const english = await readOne('PartnerProfile', { fields, key, locale: 'en' })
      expect(english.mission).toContain('civil society in China')
      expect(english.vision).toContain('fair chance')
      expect(english.focus).toContain('Central and western China')
      const chinese = await readOne('PartnerProfile', { fields, key, locale: 'zh' })
      expect(chinese.mission).toContain('民间组织')
      expect(chinese.vision).toContain('可持续')
      expect(chinese.focus).toContain('中西部')
    })

    it.each([
      ['Member organisations', [155, 125], null],
      ['Foreign partners with joint projects', [183, 198], null],
      ['People who benefited', [7_550_000, 9_660_000], null],
      ['Funds raised for projects', [974_000_000], 'CNY'],
      ['Matching funds from local sources', [538_000_000], 'CNY'],
      ['Donor agencies', [100], null],
      ['Counties with projects', [122], null],
      ['Provinces, autonomous regions and municipalities with projects', [31], null],
    ])('counts, with date and source: %s', async (metric, values, currency) => {
      const profile = await readOne('PartnerProfile', { fields: figures, key, locale: 'en' })
      const found = figuresOn(profile, metric) as unknown[]
      expect(found).toMatchObject(
        values.map((value, index) => ({
          asOf: index === 0 ? known('2017-12-01', 'month') : known('2021-01-01', 'year'),
          currency,
          source: expect.any(String),
          value,
        })),
      )
    })

    it('runs the secretariat of CCAN since 2008, whose liaison person has a place', async () => {
      const { networks } = await readOne('PartnerProfile', {
        fields: `networks { role since { date precision }
        network { acronym contacts { name position biography visibility } } }`,
        key,
        locale: 'en',
      })
      expect(networks).toMatchObject([
        {
          network: {
            acronym: 'CCAN',
            contacts: [
              {
                biography: expect.stringMatching(/2005.*2007/s),
                name: 'WANG Xiangyi',
                position: expect.stringContaining('Deputy Director and Project Manager'),
              },
            ],
          },
          role: 'secretariat',
          since: known('2008-01-01', 'year'),
        },
      ])
    })

    it('keeps internal contacts from readers', async () => {
      const { contacts } = await readOne('PartnerProfile', {
        fields: 'contacts { name visibility }',
        key,
        locale: 'en',
      })
      expect(contacts).toEqual([{ name: 'Secretariat', visibility: 'public' }])
    })

    it('tells the Green Commuting Network in milestones, partners, places and figures', async () => {
      const program = await readOne('Program', {
        fields: `kind milestones { date { date precision } title } locations { province name }
        partners { role since { date precision } partner { name } } ${figures}`,
        key: 'programs/green-commuting-network',
        locale: 'en',
      })
      expect(program.kind).toBe('network')
      expect(program.milestones).toMatchObject([
        { date: known('2006-06-01', 'month') },
        { date: known('2007-01-01', 'year'), title: 'Launch of the network' },
        { date: known('2008-04-01', 'month'), title: 'Green travel carbon calculator' },
        { date: known('2009-04-01', 'month'), title: 'Green Commuting Fund' },
      ])
      expect(program.partners).toMatchObject([
        { role: 'lead' },
        {
          partner: { name: 'Environmental Defense Fund' },
          role: 'co_organiser',
          since: known('2006-06-01', 'month'),
        },
        {
          partner: { name: 'Transportation Research Institute, Tsinghua University' },
          role: 'technical',
          since: known('2008-04-01', 'month'),
        },
      ])
      expect(program.locations).toMatchObject([{ province: 'CN-SH' }, { province: 'CN-GD' }])
      expect(program.figures).toMatchObject([
        { asOf: { precision: 'year' }, qualifier: 'exact', value: 20 },
        { asOf: { precision: 'month' }, qualifier: 'about', value: 100 },
      ])
    })

    it('tells the survey with its partner and its findings', async () => {
      const program = await readOne('Program', {
        fields: 'kind impact { json } partners { role partner { name } }',
        key: 'programs/climate-change-education-survey',
        locale: 'zh',
      })
      expect(program).toMatchObject({
        kind: 'survey',
        partners: [{ role: 'implementer' }, { partner: { name: '亚太气候变化学习行动' } }],
      })
      expect(JSON.stringify(program.impact)).toContain('起步阶段')
    })
  })

  describe('what refers to an organisation', () => {
    it('is found from its profile', async () => {
      const profile = await readOne('PartnerProfile', {
        fields: `programs(limit: 50) { docs { title } } awards(limit: 50) { docs { year } }
        stories { docs { title } } briefs { docs { title } }`,
        key: 'partner-profiles/cango',
        locale: 'zh',
      })
      expect(profile.programs.docs).toHaveLength(7)
      expect(profile.awards.docs).toHaveLength(8)
      expect(profile.stories.docs).toHaveLength(1)
      expect(profile.briefs.docs).toHaveLength(3)
    })
  })
}
