import { inBoth } from '../bilingual.ts'
import { known } from '../partial-date.ts'
import { partner, picture, topics } from '../reference.ts'
import { richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { named, sources } from './sources.ts'

const organisations = inBoth('organisations', '家')

export const cango: Entry = {
  key: 'cango',
  content: {
    name: inBoth(
      'China Association for NGO Cooperation',
      '中国国际民间组织合作促进会（中国民促会）',
    ),
    acronym: 'CANGO',
    kind: ['network'],
    country: 'CN',
    city: inBoth('Beijing', '北京'),
    cover: picture('demo-bridge'),
    founded: known('1992-07-22'),
    summary: inBoth(
      'A nationwide, non-profit membership association that brings Chinese and foreign NGOs together for sustainable development.',
      '全国性、非营利的会员制社会组织，致力于促进中外民间组织携手推动可持续发展。',
    ),
    mission: inBoth(
      'To support the growth of civil society in China, to give Chinese NGOs a place where they share experience and information, and to build partnerships between Chinese and foreign NGOs, companies, governments and individuals.',
      '支持中国民间组织成长，为其搭建交流经验、共享信息的平台，并促进中外民间组织、企业、政府与个人之间的伙伴关系。',
    ),
    vision: inBoth(
      'Citizens and civil society have the strength to shape a world in which everyone has a fair chance and development lasts.',
      '公民与民间组织有能力共同营造人人机会公平、发展可持续的环境。',
    ),
    focus: inBoth(
      'Central and western China: rural and community development, gender equality, climate change and environmental protection, hygiene and health, support for NGOs, and research and advocacy for civil society.',
      '以中西部地区为重点，开展农村与社区发展、性别平等、气候变化与环境保护、卫生与健康、民间组织能力建设，以及民间组织研究与政策倡导等工作。',
    ),
    description: inBoth(
      richText(
        'CANGO came into being on 22 July 1992 with the approval of the ministry that was then responsible for foreign trade and is today the Ministry of Commerce. It works in the whole country and keeps long-standing ties with foreign NGOs and with bilateral and multilateral organisations.',
        'Since 2008 it has hosted the secretariat of the China Civil Climate Action Network. Its climate work includes the Green Commuting Network and a survey of climate change education in China.',
        'Sources differ on some of its figures and dates. They stand side by side here, each with its date and its source.',
      ),
      richText(
        '中国民促会成立于 1992 年 7 月 22 日，由当时主管对外经贸工作的部委（今商务部）批准设立。协会在全国范围内开展工作，与境外民间组织以及双边、多边机构保持着长期合作。',
        '自 2008 年起，中国民间气候变化行动网络的秘书处设在中国民促会。在气候变化领域，协会实施了绿色出行网络、气候变化教育调研等项目。',
        '关于协会的部分数据和日期，不同资料说法不一。此处一并列出，并逐条注明时间和出处。',
      ),
    ),
    registrations: [
      {
        authority: inBoth(
          'Ministry of Foreign Economic Relations and Trade (today the Ministry of Commerce)',
          '原对外经济贸易部（今商务部）',
        ),
        kind: 'approval',
        date: known('1992'),
        source: named.donationPage,
      },
      {
        authority: inBoth('Ministry of Civil Affairs', '民政部'),
        kind: 'registration',
        date: known('1993'),
        source: named.memberPage,
      },
      {
        authority: inBoth('Ministry of Civil Affairs', '民政部'),
        kind: 'registration',
        date: known('1994'),
        source: named.donationPage,
      },
    ],
    accreditations: [
      {
        title: inBoth('Special Consultative Status', '特别咨商地位'),
        authority: inBoth(
          'United Nations Economic and Social Council (ECOSOC)',
          '联合国经济及社会理事会',
        ),
        since: known('2007'),
      },
      {
        title: inBoth('Grade 4A national social organisation', '4A 级全国性社会组织'),
        authority: inBoth('Ministry of Civil Affairs', '民政部'),
        since: known('2016'),
      },
      {
        title: inBoth('Qualification for pre-tax deduction of donations', '公益性捐赠税前扣除资格'),
        authority: inBoth(
          'Ministry of Finance and State Administration of Taxation',
          '财政部、国家税务总局',
        ),
      },
      {
        title: inBoth('Qualification for tax exemption', '非营利组织免税资格'),
        authority: inBoth(
          'Beijing Municipal Bureau of Finance and the municipal tax authorities',
          '北京市财政局及北京市国家税务局、地方税务局',
        ),
      },
    ],
    networks: [{ network: partner('ccan'), role: 'secretariat', since: known('2008') }],
    taxBenefits: [
      {
        country: 'CN',
        entity: inBoth('China Association for NGO Cooperation', '中国国际民间组织合作促进会'),
        note: inBoth('Donations can be deducted before tax.', '公益性捐赠可依法在税前扣除。'),
      },
    ],
    figures: [
      {
        metric: inBoth('Member organisations', '会员单位'),
        value: 155,
        qualifier: 'exact',
        unit: organisations,
        asOf: known('2017-12'),
        source: named.memberPage,
      },
      {
        metric: inBoth('Member organisations', '会员单位'),
        value: 125,
        qualifier: 'exact',
        unit: organisations,
        asOf: known('2021'),
        source: named.donationPage,
      },
      {
        metric: inBoth('Foreign partners with joint projects', '开展项目合作的境外伙伴'),
        value: 183,
        qualifier: 'exact',
        unit: organisations,
        asOf: known('2017-12'),
        source: named.memberPage,
      },
      {
        metric: inBoth('Foreign partners with joint projects', '开展项目合作的境外伙伴'),
        value: 198,
        qualifier: 'exact',
        unit: organisations,
        asOf: known('2021'),
        source: named.donationPage,
      },
      {
        metric: inBoth('Funds raised for projects', '累计筹集项目资金'),
        value: 974_000_000,
        qualifier: 'exact',
        currency: 'CNY',
        asOf: known('2017-12'),
        source: named.memberPage,
      },
      {
        metric: inBoth('Matching funds from local sources', '地方配套资金'),
        value: 538_000_000,
        qualifier: 'exact',
        currency: 'CNY',
        asOf: known('2017-12'),
        source: named.memberPage,
      },
      {
        metric: inBoth('Donor agencies', '资助机构'),
        value: 100,
        qualifier: 'exact',
        unit: organisations,
        asOf: known('2017-12'),
        source: named.memberPage,
      },
      {
        metric: inBoth('Counties with projects', '项目覆盖县'),
        value: 122,
        qualifier: 'about',
        unit: inBoth('counties', '个'),
        asOf: known('2017-12'),
        source: named.memberPage,
      },
      {
        metric: inBoth(
          'Provinces, autonomous regions and municipalities with projects',
          '项目覆盖省、自治区、直辖市',
        ),
        value: 31,
        qualifier: 'exact',
        unit: inBoth('provinces', '个'),
        asOf: known('2017-12'),
        source: named.memberPage,
      },
      {
        metric: inBoth('People who benefited', '受益人数'),
        value: 7_550_000,
        qualifier: 'up-to',
        unit: inBoth('people', '人'),
        asOf: known('2017-12'),
        source: named.memberPage,
      },
      {
        metric: inBoth('People who benefited', '受益人数'),
        value: 9_660_000,
        qualifier: 'up-to',
        unit: inBoth('people', '人'),
        asOf: known('2021'),
        source: named.donationPage,
      },
    ],
    contacts: [
      {
        name: inBoth('Secretariat', '秘书处'),
        address: inBoth(
          'C-601, East Building, Yonghe Plaza, 28 Andingmen, Beijing',
          '北京市安定门 28 号雍和大厦东楼 C-601',
        ),
        visibility: 'public',
      },
      {
        name: inBoth('Project management department', '项目管理部'),
        email: 'projects@qiao.example',
        visibility: 'internal',
      },
    ],
    topics: topics(
      'climate-change',
      'rural-development',
      'gender-equality',
      'capacity-building',
      'international-cooperation',
    ),
    sources: [sources.memberPage, sources.donationPage, sources.interview],
  },
}
