import { describe, expect, it } from 'vitest'

import { known, figures } from './facts.ts'
import type { Reader } from './reader.ts'

export const interview = ({ readOne }: Reader): void => {
  describe('the interview', () => {
    const key = 'stories/interview-li-xiajie-gwp'

    it('has questions and answers in order, in both languages', async () => {
      const fields = 'kind interview { question answer { json text } }'
      for (const locale of ['en', 'zh'] as const) {
        const story = await readOne('Story', { fields, key, locale })
        expect(story.kind).toBe('interview')
        expect(story.interview).toHaveLength(5)
        for (const row of story.interview) {
          expect(row.question).toMatch(locale === 'en' ? /\?$/ : /[？。]$/)
          expect(row.answer.json.root.children.length).toBeGreaterThan(0)
        }
      }
    })

    it('has the person, her position and organisation, where it appeared, and what it speaks of', async () => {
      const fields = `people { name position partner { acronym } } origin { publisher }
      programs { title status } partners { acronym } topics { title }`
      const story = await readOne('Story', { fields, key, locale: 'en' })
      expect(story).toMatchObject({
        origin: { publisher: 'Global Water Partnership' },
        partners: [{ acronym: 'CANGO' }, { acronym: 'GWP China' }],
        people: [
          {
            name: 'Li Xiajie',
            partner: { acronym: 'CANGO' },
            position: 'Deputy Chief, International Department',
          },
        ],
        programs: [
          { title: 'Climate Change Story Communication Initiative' },
          { status: 'completed', title: 'EU-China NGO Twinning Program' },
        ],
      })
    })

    it('has the beginning and the benefits of the partnership', async () => {
      const profile = await readOne('PartnerProfile', {
        fields: 'partnerSince { date precision } benefits { json }',
        key: 'partner-profiles/gwp-china',
        locale: 'zh',
      })
      expect(profile.partnerSince).toEqual(known('2019-12-01', 'month'))
      expect(JSON.stringify(profile.benefits)).toContain('马德里气候大会')
    })

    it('has the six years of the twinning and the place of the story', async () => {
      const twinning = await readOne('Program', {
        fields: figures,
        key: 'programs/eu-china-ngo-twinning',
        locale: 'en',
      })
      expect(twinning.figures).toMatchObject([{ metric: 'Duration', unit: 'years', value: 6 }])
      const initiative = await readOne('Program', {
        fields: 'locations { province name }',
        key: 'programs/qi-hou-bian-hua-gu-shi-chuan-bo-ji-hua',
        locale: 'zh',
      })
      expect(initiative.locations).toEqual([{ name: '洱海', province: 'CN-YN' }])
    })
  })
}
