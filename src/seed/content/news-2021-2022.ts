import { inBoth } from '../bilingual.ts'
import { onDay } from '../partial-date.ts'
import { partner, picture, program, topics } from '../reference.ts'
import { bulletList, richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { sources } from './sources.ts'

export const news20212022: readonly Entry[] = [
  {
    key: 'the-year-2021-in-figures',
    content: {
      title: inBoth('The year 2021 in figures', '数说 2021'),
      kind: 'publication',
      newsDate: onDay('2021-12-31'),
      cover: picture('demo-network'),
      summary: inBoth(
        '125 members, joint projects with 198 foreign NGOs, up to 9.66 million people reached.',
        '会员单位 125 家，与 198 家境外民间组织开展项目合作，受益人数达 966 万。',
      ),
      body: inBoth(
        richText(
          'At the end of 2021 CANGO has 125 members in China and has carried out projects with 198 foreign NGOs. Up to 9.66 million people have benefited.',
        ),
        richText(
          '截至 2021 年底，中国民促会拥有国内会员单位 125 家，与 198 家境外民间组织开展了项目合作，受益人数达 966 万。',
        ),
      ),
      participations: [{ partner: partner('cango'), role: 'organiser' }],
      topics: topics('rural-development', 'international-cooperation'),
      sources: [sources.donationPage],
    },
    later: [
      {
        // An editor is working on the next version; readers still see the published one.
        content: { title: 'The year 2021 in figures, with a look ahead' },
        locale: 'en',
        status: 'draft',
      },
    ],
  },
  {
    key: 'zai-huo-4a-ping-ji-2022',
    languages: ['zh', 'en'],
    content: {
      title: inBoth('CANGO is rated 4A again', '中国民促会再获 4A 级评定'),
      kind: 'announcement',
      newsDate: onDay('2022-12-01'),
      cover: picture('demo-certificate'),
      summary: inBoth(
        'After 2016, the Ministry of Civil Affairs gives CANGO the grade 4A for the second time.',
        '继 2016 年之后，中国民促会在民政部组织的社会组织评估中再次获评 4A 级。',
      ),
      body: inBoth(
        richText(
          'The evaluation looks at the basis of an organisation, its management, its work and its reputation. CANGO thanks members, partners and colleagues.',
        ),
        richText(
          '社会组织评估考察基础条件、内部治理、工作绩效和社会评价。感谢会员单位、合作伙伴和全体同事的支持。',
        ),
      ),
      participations: [
        { partner: partner('min-zheng-bu'), role: 'organiser' },
        { partner: partner('cango'), role: 'attendee' },
      ],
      topics: topics('law-and-policy'),
      sources: [sources.donationPage],
    },
  },
  {
    // Of interest in China only, so nobody has translated it.
    key: 'shan-qu-xiao-zhang-zhao-mu-2022',
    languages: ['zh'],
    content: {
      title: inBoth('', '山区校长全球领导力研修计划招募启事'),
      kind: 'announcement',
      newsDate: onDay('2022-03-01'),
      cover: picture('demo-mountains'),
      summary: inBoth('', '面向全国招募 18 名乡村校长，线上报名。'),
      body: inBoth(
        undefined,
        richText(
          '本计划面向全国欠发达地区的中小学校长，通过线上渠道招募 18 名学员。',
          bulletList(
            '研修内容：个人领导力、全球视野；',
            '授课老师：中外学者与一线专家；',
            '结业之后：可申请参加中国乡村教育者国际领导力论坛。',
          ),
        ),
      ),
      participations: [{ partner: partner('cango'), role: 'organiser' }],
      programs: [program('visionary-education-program')],
      topics: topics('education'),
      sources: [sources.donationPage],
    },
  },
  {
    // For donors in the United States, so there is no Chinese text.
    key: 'giving-from-the-united-states',
    languages: ['en'],
    content: {
      title: inBoth('Giving from the United States: how your gift can be deducted', ''),
      kind: 'announcement',
      newsDate: onDay('2022-11-15'),
      cover: picture('demo-classroom'),
      summary: inBoth(
        'Gifts to the Visionary Education Program through Give2Asia are eligible for a tax benefit in the United States.',
        '',
      ),
      body: inBoth(
        richText(
          'Give2Asia receives the gift and sends the receipt. Make sure to choose the entity in the country where you pay tax; once a gift has been acknowledged it cannot be refunded.',
          bulletList(
            'US$8,000 brings 10 headteachers to the international forum.',
            'US$12,000 brings 300 pupils to a camp.',
            'US$18,000 trains 18 headteachers.',
          ),
        ),
        undefined,
      ),
      participations: [
        { partner: partner('give2asia'), role: 'supporter' },
        { partner: partner('cango'), role: 'organiser' },
      ],
      programs: [program('visionary-education-program')],
      topics: topics('education'),
      sources: [sources.donationPage],
    },
  },
]
