import { inBoth } from '../bilingual.ts'
import { known } from '../partial-date.ts'
import { picture, topics } from '../reference.ts'
import { richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { cango } from './cango.ts'
import { furtherPartners } from './further-partners.ts'
import { named, sources } from './sources.ts'

const ccan: Entry = {
  key: 'ccan',
  content: {
    name: inBoth('China Civil Climate Action Network', '中国民间气候变化行动网络'),
    acronym: 'CCAN',
    kind: ['network'],
    country: 'CN',
    city: inBoth('Beijing', '北京'),
    cover: picture('demo-network'),
    summary: inBoth(
      'The network of Chinese NGOs that work on climate change. Its secretariat is with CANGO.',
      '由关注气候变化的中国民间组织组成的网络，秘书处设在中国民促会。',
    ),
    description: inBoth(
      richText(
        'Preparations for the network began in 2007. Since 2008 CANGO has run its secretariat, which links the member organisations and speaks for them towards partners at home and abroad.',
      ),
      richText(
        '网络自 2007 年开始筹备。2008 年起，秘书处工作由中国民促会承担，负责联络各成员机构，并代表网络与国内外伙伴对接。',
      ),
    ),
    contacts: [
      {
        name: inBoth('WANG Xiangyi', '王香奕'),
        position: inBoth(
          'Coordinator of the secretariat; Deputy Director and Project Manager, CANGO',
          '网络秘书处协调人；中国民促会项目管理部副主任、项目经理',
        ),
        biography: inBoth(
          'Ms Wang took her master’s degree at the Chinese Academy of Forestry in 2005 and advised WWF’s office in Beijing on forestry. She joined CANGO in 2007, where she looks after projects on environmental protection and corporate social responsibility. In the same year she began to prepare the network.',
          '2005 年获中国林业科学研究院硕士学位，曾任世界自然基金会北京办事处林业项目顾问。2007 年加入中国民促会，负责环境保护与企业社会责任领域的项目管理，并于同年开始参与网络的筹建工作。',
        ),
        visibility: 'public',
      },
    ],
    topics: topics('climate-change'),
    sources: [sources.memberPage],
  },
}

const give2asia: Entry = {
  key: 'give2asia',
  content: {
    name: inBoth('Give2Asia', 'Give2Asia（赠与亚洲）'),
    kind: ['intermediary'],
    country: 'US',
    summary: inBoth(
      'An intermediary for giving across borders that channels gifts to charities in Asia and the Pacific.',
      '跨境捐赠服务机构，协助捐赠人支持亚太地区的公益组织。',
    ),
    mission: inBoth(
      'To make giving across borders easier and more effective, and so to strengthen communities in Asia.',
      '让跨境捐赠更便捷、更有效，助力亚洲社区发展。',
    ),
    figures: [
      {
        metric: inBoth('Charitable grants facilitated since 2001', '2001 年以来协助完成的公益资助'),
        value: 465_000_000,
        qualifier: 'more-than',
        currency: 'USD',
        asOf: known('2022'),
        source: named.donationPage,
      },
      {
        metric: inBoth('Countries reached', '覆盖国家'),
        value: 20,
        qualifier: 'more-than',
        unit: inBoth('countries', '个'),
        asOf: known('2022'),
        source: named.donationPage,
      },
    ],
    taxBenefits: [
      {
        country: 'US',
        entity: inBoth('Give2Asia', 'Give2Asia（赠与亚洲）'),
        note: inBoth(
          'The receipt comes from the entity that receives the gift: choose the one in the country where you pay tax. A gift cannot be refunded once it has been acknowledged.',
          '捐赠收据由实际接收捐款的法人机构开具，请选择您纳税所在国家或地区的机构。捐赠一经确认，恕不退款。',
        ),
      },
    ],
    websites: [{ url: 'https://give2asia.org/' }],
    topics: topics('international-cooperation'),
    sources: [sources.donationPage],
  },
}

const heinrichBoell: Entry = {
  key: 'heinrich-boell-foundation',
  content: {
    name: inBoth('Heinrich Böll Foundation', '德国海因里希·伯尔基金会'),
    acronym: 'HBS',
    kind: ['foundation', 'foreign-ngo'],
    country: 'DE',
    city: inBoth('Berlin', '柏林'),
    summary: inBoth(
      'A German political foundation. It funded CANGO’s meeting for member organisations in 2017.',
      '德国政治基金会，曾资助中国民促会 2017 年会员服务与交流会议。',
    ),
    topics: topics('capacity-building', 'international-cooperation'),
    sources: [sources.meeting2017],
  },
}

const edf: Entry = {
  key: 'environmental-defense-fund',
  content: {
    name: inBoth('Environmental Defense Fund', '美国环保协会'),
    acronym: 'EDF',
    kind: ['foreign-ngo'],
    country: 'US',
    city: inBoth('New York', '纽约'),
    cover: picture('demo-bicycles'),
    partnerSince: known('2006-06'),
    summary: inBoth(
      'An environmental organisation from the United States. Together with CANGO it started the green commuting project in 2006.',
      '总部设在美国的环保组织，2006 年与中国民促会共同发起绿色出行项目。',
    ),
    benefits: inBoth(
      richText(
        'EDF and CANGO began to promote green commuting in June 2006; a year later a network of NGOs in cities all over China had grown from it. At the meeting of CANGO’s members in 2017, EDF presented its plan for the Belt and Road.',
      ),
      richText(
        '2006 年 6 月，美国环保协会与中国民促会开始倡导绿色出行；一年后，遍布全国多个城市的民间组织网络由此形成。在 2017 年的会员会议上，美国环保协会介绍了其“一带一路”工作设想。',
      ),
    ),
    topics: topics('low-carbon-transport', 'climate-change'),
    sources: [sources.memberPage, sources.meeting2017],
  },
}

const saveTheChildren: Entry = {
  key: 'save-the-children',
  content: {
    name: inBoth('Save the Children', '救助儿童会'),
    kind: ['foreign-ngo'],
    country: 'GB',
    city: inBoth('London', '伦敦'),
    summary: inBoth(
      'An international children’s rights organisation that shared its view of the new laws with CANGO’s members in 2017.',
      '国际儿童权利组织，2017 年曾与中国民促会会员分享对新法的思考。',
    ),
    topics: topics('education', 'law-and-policy'),
    sources: [sources.meeting2017],
  },
}

const gwpChina: Entry = {
  key: 'gwp-china',
  content: {
    name: inBoth('Global Water Partnership China', '全球水伙伴中国委员会'),
    acronym: 'GWP China',
    kind: ['network'],
    country: 'CN',
    city: inBoth('Beijing', '北京'),
    cover: picture('demo-lake'),
    partnerSince: known('2019-12'),
    summary: inBoth(
      'The Chinese arm of the Global Water Partnership, a network for the good management of water. CANGO has been a partner since December 2019.',
      '全球水伙伴在中国的网络，致力于水资源综合管理。中国民促会自 2019 年 12 月起与其合作。',
    ),
    benefits: inBoth(
      richText(
        'Information flows both ways, and each side learns from what works for others. CANGO would like to take part in more regional and international activities. GWP helped to make CANGO’s events at the climate conference in Madrid known.',
      ),
      richText(
        '双方共享信息，借鉴彼此的良好做法。中国民促会希望更多参与区域和国际活动。在马德里气候大会期间，全球水伙伴曾协助宣传中国民促会的活动。',
      ),
    ),
    topics: topics('water-resources', 'climate-change'),
    sources: [sources.interview],
  },
}

const kcoc: Entry = {
  key: 'kcoc',
  content: {
    name: inBoth(
      'Korea NGO Council for Overseas Development Cooperation',
      '韩国国际开发合作民间协议会',
    ),
    acronym: 'KCOC',
    kind: ['network', 'foreign-ngo'],
    country: 'KR',
    city: inBoth('Seoul', '首尔'),
    summary: inBoth(
      'The umbrella body of Korean NGOs that work in development abroad. It received the study tour from China in 2019.',
      '从事海外发展援助的韩国民间组织联合体，2019 年接待了来自中国的考察团。',
    ),
    topics: topics('international-cooperation', 'capacity-building'),
    sources: [sources.studyTour2019],
  },
}

/** Networks come before their members. */
export const partnerProfiles: readonly Entry[] = [
  ccan,
  cango,
  give2asia,
  heinrichBoell,
  edf,
  saveTheChildren,
  gwpChina,
  kcoc,
  ...furtherPartners,
]
