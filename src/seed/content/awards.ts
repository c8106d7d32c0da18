import { inBoth } from '../bilingual.ts'
import { known } from '../partial-date.ts'
import { partner, picture, program, topics } from '../reference.ts'
import { richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { sources } from './sources.ts'

const civilAffairs = {
  awardedBy: inBoth('Ministry of Civil Affairs', '民政部'),
  awardingPartner: partner('min-zheng-bu'),
}
const toCango = { relationTo: 'partner-profiles', value: partner('cango') }
const cover = picture('demo-certificate')

export const awards: readonly Entry[] = [
  {
    key: 'best-ngo-award-2007',
    content: {
      title: inBoth('Best NGO Award', '最佳非政府组织奖'),
      kind: 'award',
      year: 2007,
      date: known('2007'),
      awardedBy: inBoth('China’s Best Corporate Citizenship Award', '“中国最佳企业公民”评选活动'),
      recipient: toCango,
      edition: inBoth('4th', '第四届'),
      cover,
      summary: inBoth(
        'CANGO was named the best NGO when the award for corporate citizens was given for the fourth time.',
        '在第四届“中国最佳企业公民”评选中，中国民促会获“最佳非政府组织奖”。',
      ),
      sources: [sources.donationPage],
    },
  },
  {
    key: 'ecosoc-special-consultative-status',
    content: {
      title: inBoth(
        'Special Consultative Status with ECOSOC',
        '联合国经济及社会理事会特别咨商地位',
      ),
      kind: 'accreditation',
      year: 2007,
      date: known('2007'),
      awardedBy: inBoth('United Nations Economic and Social Council', '联合国经济及社会理事会'),
      recipient: toCango,
      cover: picture('demo-network'),
      summary: inBoth(
        'The status allows CANGO to take part in meetings of the United Nations and to submit statements.',
        '凭借这一地位，中国民促会可参加联合国有关会议并提交声明。',
      ),
      topics: topics('international-cooperation'),
      sources: [sources.memberPage],
    },
  },
  {
    key: 'certificate-of-honour-wenchuan-2008',
    content: {
      title: inBoth(
        'Certificate of honour for relief after the Wenchuan earthquake',
        '汶川地震抗震救灾荣誉证书',
      ),
      kind: 'certificate',
      year: 2008,
      date: known('2008'),
      awardedBy: inBoth('Ministry of Commerce', '商务部'),
      awardingPartner: partner('shang-wu-bu'),
      recipient: toCango,
      cover,
      certificate: picture('demo-certificate'),
      summary: inBoth(
        'For the relief work of CANGO’s emergency team after the earthquake of 12 May 2008.',
        '表彰中国民促会在 2008 年 5 月 12 日汶川地震后开展的应急救援工作。',
      ),
      citation: inBoth(
        richText(
          'After the earthquake in Wenchuan on 12 May 2008, CANGO formed an emergency team at once and took an active part in disaster relief.',
        ),
        richText(
          '2008 年 5 月 12 日汶川地震发生后，中国民促会迅速成立应急小组，积极投身抗震救灾。',
        ),
      ),
      topics: topics('disaster-relief'),
      sources: [sources.donationPage],
    },
  },
  {
    key: 'green-commuting-fund-approval-2009',
    content: {
      title: inBoth('Approval of the Green Commuting Fund', '绿色出行基金获准设立'),
      kind: 'accreditation',
      year: 2009,
      date: known('2009-04'),
      ...civilAffairs,
      recipient: { relationTo: 'programs', value: program('green-commuting-network') },
      programs: [program('green-commuting-network')],
      cover: picture('demo-bicycles'),
      summary: inBoth(
        'With the ministry’s approval the fund could begin to support low-carbon travel.',
        '经民政部批准，绿色出行基金正式设立，开始支持低碳出行。',
      ),
      topics: topics('low-carbon-transport'),
      sources: [sources.memberPage],
    },
  },
  {
    key: 'quan-guo-xian-jin-she-hui-zu-zhi-2010',
    languages: ['zh', 'en'],
    content: {
      title: inBoth('National Advanced Social Organization', '全国先进社会组织'),
      kind: 'honorary-title',
      year: 2010,
      date: known('2010'),
      ...civilAffairs,
      recipient: toCango,
      cover,
      summary: inBoth(
        'An honorary title that the ministry gives to social organisations of merit.',
        '民政部授予表现突出的社会组织的荣誉称号。',
      ),
      sources: [sources.memberPage, sources.donationPage],
    },
  },
  {
    key: 'ping-gu-4a-2016',
    languages: ['zh', 'en'],
    content: {
      title: inBoth('Grade 4A in the evaluation of 2016', '2016 年社会组织评估 4A 级'),
      kind: 'rating',
      year: 2016,
      date: known('2016'),
      ...civilAffairs,
      recipient: toCango,
      grade: inBoth('Grade 4A', '4A 级'),
      cover,
      summary: inBoth(
        'The ministry evaluates national social organisations; 4A is the second-highest grade.',
        '民政部对全国性社会组织开展评估，4A 级为第二高等级。',
      ),
      sources: [sources.memberPage, sources.donationPage],
    },
  },
  {
    key: 'shui-qian-kou-chu-zi-ge',
    languages: ['zh', 'en'],
    content: {
      title: inBoth('Qualification for pre-tax deduction of donations', '公益性捐赠税前扣除资格'),
      kind: 'accreditation',
      year: 2017,
      awardedBy: inBoth(
        'Ministry of Finance and State Administration of Taxation',
        '财政部、国家税务总局',
      ),
      recipient: toCango,
      summary: inBoth(
        'Held at the end of 2017; the source does not say since when. Donors can deduct gifts to CANGO before tax.',
        '截至 2017 年底具备该资格，资料未注明取得时间。捐赠人可依法享受税前扣除。',
      ),
      sources: [sources.memberPage],
    },
  },
  {
    key: 'mian-shui-zi-ge',
    languages: ['zh', 'en'],
    content: {
      title: inBoth('Qualification for tax exemption', '非营利组织免税资格'),
      kind: 'accreditation',
      year: 2017,
      awardedBy: inBoth(
        'Beijing Municipal Bureau of Finance and the municipal tax authorities',
        '北京市财政局、北京市国家税务局、北京市地方税务局',
      ),
      recipient: toCango,
      summary: inBoth(
        'Held at the end of 2017; the source does not say since when.',
        '截至 2017 年底具备该资格，资料未注明取得时间。',
      ),
      sources: [sources.memberPage],
    },
  },
  {
    key: 'ping-gu-4a-2022',
    languages: ['zh', 'en'],
    content: {
      title: inBoth('Grade 4A in the evaluation of 2022', '2022 年社会组织评估 4A 级'),
      kind: 'rating',
      year: 2022,
      date: known('2022'),
      ...civilAffairs,
      recipient: toCango,
      grade: inBoth('Grade 4A', '4A 级'),
      cover,
      summary: inBoth(
        'The second 4A after that of 2016.',
        '继 2016 年之后，中国民促会再次获评 4A 级。',
      ),
      sources: [sources.donationPage],
    },
  },
]
