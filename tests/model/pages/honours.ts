import { describe, expect, it } from 'vitest'

import { known } from './facts.ts'
import type { Reader } from './reader.ts'

export const honours = ({ readOne }: Reader): void => {
  describe('the honours that the pages name', () => {
    it.each([
      ['best-ngo-award-2007', { edition: '4th', kind: 'award', year: 2007 }],
      ['ecosoc-special-consultative-status', { kind: 'accreditation', year: 2007 }],
      [
        'certificate-of-honour-wenchuan-2008',
        { awardedBy: 'Ministry of Commerce', kind: 'certificate', year: 2008 },
      ],
      [
        'quan-guo-xian-jin-she-hui-zu-zhi-2010',
        { awardedBy: 'Ministry of Civil Affairs', kind: 'honorary_title', year: 2010 },
      ],
      ['ping-gu-4a-2016', { grade: 'Grade 4A', kind: 'rating', year: 2016 }],
      ['ping-gu-4a-2022', { grade: 'Grade 4A', kind: 'rating', year: 2022 }],
    ])('%s', async (key, facts) => {
      const award = await readOne('Award', {
        fields: `title kind year edition grade awardedBy awardingPartner { name }
        recipient { relationTo value { ... on PartnerProfile { acronym } } }`,
        key: `awards/${key}`,
        locale: 'en',
      })
      expect(award).toMatchObject({ ...facts, recipient: { value: { acronym: 'CANGO' } } })
    })

    it('reads in Chinese with official names', async () => {
      const award = await readOne('Award', {
        fields: 'title awardedBy',
        key: 'awards/quan-guo-xian-jin-she-hui-zu-zhi-2010',
        locale: 'zh',
      })
      expect(award).toEqual({ awardedBy: '民政部', title: '全国先进社会组织' })
    })

    it('can go to a program: the ministry approved the Green Commuting Fund in April 2009', async () => {
      const award = await readOne('Award', {
        fields: `date { date precision } awardedBy
        recipient { relationTo value { ... on Program { title } } }`,
        key: 'awards/green-commuting-fund-approval-2009',
        locale: 'en',
      })
      expect(award).toMatchObject({
        awardedBy: 'Ministry of Civil Affairs',
        date: known('2009-04-01', 'month'),
        recipient: { value: { title: 'Green Commuting Network' } },
      })
    })
  })
}
