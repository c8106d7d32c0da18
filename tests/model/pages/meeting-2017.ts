import { describe, expect, it } from 'vitest'

import { day, known } from './facts.ts'
import type { Reader } from './reader.ts'

export const meeting2017 = ({ ask, readOne }: Reader): void => {
  describe('the brief of the meeting in 2017', () => {
    const key = 'news-briefs/service-and-exchange-meeting-2017'

    it('has dates, place, year and attendance', async () => {
      const fields =
        'newsDate year eventStart eventEnd city country kind attendance { qualifier value }'
      const brief = await readOne('NewsBrief', { fields, key, locale: 'en' })
      expect(brief).toMatchObject({
        attendance: { qualifier: 'up_to', value: 40 },
        city: 'Beijing',
        country: 'CN',
        eventEnd: day('2017-08-23'),
        eventStart: day('2017-08-22'),
        kind: 'event',
        newsDate: day('2017-08-22'),
        year: 2017,
      })
      expect((await readOne('NewsBrief', { fields, key, locale: 'zh' })).city).toBe('北京')
    })

    it('has everyone who spoke, with part, position, organisation and talk', async () => {
      const fields = 'speakers { name position role talkTitle partner { name acronym } }'
      const { speakers } = await readOne('NewsBrief', { fields, key, locale: 'en' })
      expect(speakers).toMatchObject([
        {
          name: 'ZHAO Daxing',
          partner: { acronym: 'CANGO' },
          position: 'Executive Director',
          role: 'opening',
        },
        {
          name: 'HUANG Haoming',
          partner: { acronym: 'CANGO' },
          position: 'Chairman',
          role: 'keynote',
        },
        {
          name: 'LIU Kaiyang',
          partner: { acronym: 'CNIE' },
          position: 'Executive Director',
          talkTitle: expect.stringContaining('going global'),
        },
        {
          name: 'ZHANG Jianyu',
          partner: { acronym: 'EDF' },
          position: expect.stringContaining('Executive Member of CANGO’s Council'),
          talkTitle: expect.stringContaining('Belt and Road'),
        },
        {
          name: 'QIAN Xiaofeng',
          partner: { name: 'Save the Children' },
          position: 'Director of Strategic Development',
          talkTitle: expect.stringContaining('new laws'),
        },
        {
          name: 'LI Yong',
          partner: { name: 'Institute for Philanthropy, Tsinghua University' },
          role: 'host',
        },
      ])
      const chinese = await readOne('NewsBrief', { fields, key, locale: 'zh' })
      expect(chinese.speakers.map(({ name }: { name: string }) => name)).toEqual([
        '赵大兴',
        '黄浩明',
        '刘凯阳',
        '张建宇',
        '钱晓峰',
        '李勇',
      ])
    })

    it('has organiser, funder and hosts, the visit of the second day, and the service since 2009', async () => {
      const brief = await readOne('NewsBrief', {
        fields: `participations { role partner { name } }
        agenda { date title venue host { name } }
        programs { title start { date precision } }`,
        key,
        locale: 'zh',
      })
      expect(brief.participations).toEqual(
        expect.arrayContaining([
          { partner: { name: '中国国际民间组织合作促进会（中国民促会）' }, role: 'organiser' },
          { partner: { name: '德国海因里希·伯尔基金会' }, role: 'funder' },
          { partner: { name: '清华大学公益慈善研究院' }, role: 'host' },
        ]),
      )
      expect(brief.agenda).toMatchObject([
        { date: day('2017-08-22') },
        {
          date: day('2017-08-23'),
          host: { name: '清华大学公益慈善研究院' },
          title: '走访公益慈善研究院',
          venue: '清华大学',
        },
      ])
      expect(brief.programs).toMatchObject([
        { start: known('2009-01-01', 'year'), title: '会员服务项目' },
      ])
    })

    it('stands on a site whose address is known in both languages', async () => {
      const query = '{ Organization(locale: $locale) { siteName address profile { acronym } } }'
      const english = await ask({ locale: 'en', query })
      expect(english.Organization).toMatchObject({
        address: expect.stringContaining('C-601, East Building, Yonghe Plaza, 28 Andingmen'),
        profile: { acronym: 'CANGO' },
      })
      const chinese = await ask({ locale: 'zh', query })
      expect(chinese.Organization.address).toContain('雍和大厦东楼')
    })
  })
}
