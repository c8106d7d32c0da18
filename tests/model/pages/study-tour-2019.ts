import { describe, expect, it } from 'vitest'

import { day } from './facts.ts'
import type { Reader } from './reader.ts'

export const studyTour2019 = ({ readOne }: Reader): void => {
  describe('the brief of the study tour in 2019', () => {
    const key = 'news-briefs/study-tour-seoul-2019'

    it('has its six days and its place', async () => {
      const fields = 'kind year eventStart eventEnd city country agenda { date title venue }'
      const brief = await readOne('NewsBrief', { fields, key, locale: 'en' })
      expect(brief).toMatchObject({
        agenda: [{ date: day('2019-07-04'), title: 'China-Japan-Korea Workshop', venue: 'Seoul' }],
        city: 'Seoul',
        country: 'KR',
        eventEnd: day('2019-07-05'),
        eventStart: day('2019-06-30'),
        kind: 'study_tour',
        year: 2019,
      })
    })

    it('has who travelled and who received them', async () => {
      const { participations } = await readOne('NewsBrief', {
        fields: 'participations { role partner { name } }',
        key,
        locale: 'en',
      })
      const names = (role: string) =>
        participations
          .filter((row: { role: string }) => row.role === role)
          .map((row: { partner: { name: string } }) => row.partner.name)
      expect(names('attendee')).toEqual([
        'China Association for NGO Cooperation',
        'China Foundation for Poverty Alleviation',
        'Chinese Red Cross Foundation',
        'Beijing Qiyue Center for Philanthropy',
        'East China University of Political Science and Law',
      ])
      expect(names('host')).toEqual([
        'Kyung Hee University',
        'Korea International Cooperation Agency',
        'Save the Children Korea',
        'Korea NGO Council for Overseas Development Cooperation',
        'Ministry of Foreign Affairs of the Republic of Korea',
      ])
    })

    it('has the people of the workshop and its two sessions', async () => {
      const workshop = await readOne('NewsBrief', {
        fields: `agenda { title }
        speakers { name role affiliation talkTitle partner { acronym } }`,
        key: 'news-briefs/china-japan-korea-workshop-2019',
        locale: 'en',
      })
      expect(workshop.agenda).toHaveLength(2)
      expect(workshop.speakers).toMatchObject([
        { name: 'Wu Peng', partner: { acronym: 'CFPA' }, role: 'panellist' },
        { affiliation: 'Ferris University', name: 'Dr Akio Takayanagi', role: 'panellist' },
        { name: 'Kim Minyoung', partner: { acronym: 'KCOC' }, role: 'panellist' },
        {
          name: 'Li Xiajie',
          partner: { acronym: 'CANGO' },
          talkTitle: expect.stringContaining('code of conduct'),
        },
      ])
    })

    it('has who led, wrote and funded the code of conduct', async () => {
      const { partners } = await readOne('Program', {
        fields: 'partners { role partner { name } }',
        key: 'programs/xing-wei-zhun-ze',
        locale: 'zh',
      })
      expect(partners).toEqual([
        { partner: { name: '中国国际民间组织合作促进会（中国民促会）' }, role: 'lead' },
        { partner: { name: '北京七悦社会公益服务中心' }, role: 'implementer' },
        { partner: { name: '亚洲基金会' }, role: 'funder' },
      ])
    })
  })
}
