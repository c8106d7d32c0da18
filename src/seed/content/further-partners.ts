import { inBoth } from '../bilingual.ts'
import type { Entry } from '../seed-entry.ts'

const beijing = inBoth('Beijing', '北京')
const seoul = inBoth('Seoul', '首尔')

/** Short profiles of those who take part in briefs and programs; some were written in Chinese first. */
export const furtherPartners: readonly Entry[] = [
  {
    key: 'min-zheng-bu',
    languages: ['zh', 'en'],
    content: {
      name: inBoth('Ministry of Civil Affairs', '民政部'),
      kind: ['government'],
      country: 'CN',
      city: beijing,
      summary: inBoth(
        'The ministry with which social organisations in China register and which evaluates them.',
        '负责全国社会组织登记管理和评估工作的国务院部门。',
      ),
    },
  },
  {
    key: 'shang-wu-bu',
    languages: ['zh', 'en'],
    content: {
      name: inBoth('Ministry of Commerce', '商务部'),
      kind: ['government'],
      country: 'CN',
      city: beijing,
      summary: inBoth(
        'The ministry for trade and economic cooperation; its predecessor approved the founding of CANGO.',
        '主管对外贸易与经济合作的国务院部门，其前身批准了中国民促会的设立。',
      ),
    },
  },
  {
    key: 'zhong-cu-hui',
    languages: ['zh', 'en'],
    content: {
      name: inBoth(
        'China NGO Network for International Exchanges',
        '中国民间组织国际交流促进会（中促会）',
      ),
      acronym: 'CNIE',
      kind: ['network'],
      country: 'CN',
      city: beijing,
      summary: inBoth(
        'A nationwide network for exchange between Chinese NGOs and the world.',
        '推动中国民间组织开展国际交流与合作的全国性网络。',
      ),
    },
  },
  {
    key: 'zhong-guo-fu-pin-ji-jin-hui',
    languages: ['zh', 'en'],
    content: {
      name: inBoth('China Foundation for Poverty Alleviation', '中国扶贫基金会'),
      acronym: 'CFPA',
      kind: ['foundation'],
      country: 'CN',
      city: beijing,
      summary: inBoth(
        'A national foundation for the relief of poverty, which took part in the study tour to Seoul in 2019.',
        '全国性扶贫公益基金会，2019 年参加了赴首尔的考察学习。',
      ),
    },
  },
  {
    key: 'zhong-guo-hong-shi-zi-ji-jin-hui',
    languages: ['zh', 'en'],
    content: {
      name: inBoth('Chinese Red Cross Foundation', '中国红十字基金会'),
      acronym: 'CRCF',
      kind: ['foundation'],
      country: 'CN',
      city: beijing,
      summary: inBoth(
        'A foundation for humanitarian aid, which took part in the study tour to Seoul in 2019.',
        '从事人道救助的公益基金会，2019 年参加了赴首尔的考察学习。',
      ),
    },
  },
  {
    key: 'qi-yue',
    languages: ['zh', 'en'],
    content: {
      name: inBoth('Beijing Qiyue Center for Philanthropy', '北京七悦社会公益服务中心'),
      kind: ['member'],
      country: 'CN',
      city: beijing,
      summary: inBoth(
        'Its group of experts wrote the code of conduct for Chinese civil society organisations in international development cooperation.',
        '其专家组执笔撰写了《中国社会组织参与国际发展合作行为准则》。',
      ),
    },
  },
  {
    key: 'hua-dong-zheng-fa-da-xue',
    languages: ['zh', 'en'],
    content: {
      name: inBoth('East China University of Political Science and Law', '华东政法大学'),
      acronym: 'ECUPL',
      kind: ['academia'],
      country: 'CN',
      city: inBoth('Shanghai', '上海'),
      summary: inBoth(
        'A university for law and politics in Shanghai, which took part in the study tour to Seoul in 2019.',
        '位于上海的政法类高校，2019 年参加了赴首尔的考察学习。',
      ),
    },
  },
  {
    key: 'tsinghua-institute-for-philanthropy',
    content: {
      name: inBoth('Institute for Philanthropy, Tsinghua University', '清华大学公益慈善研究院'),
      kind: ['academia'],
      country: 'CN',
      city: beijing,
      summary: inBoth(
        'A research institute for philanthropy and charity. It received CANGO’s members in August 2017.',
        '从事公益慈善研究的学术机构，2017 年 8 月接待了中国民促会会员走访。',
      ),
    },
  },
  {
    key: 'tsinghua-transportation',
    content: {
      name: inBoth('Transportation Research Institute, Tsinghua University', '清华大学交通研究所'),
      kind: ['academia'],
      country: 'CN',
      city: beijing,
      summary: inBoth(
        'It developed the green travel carbon calculator with CANGO in 2008.',
        '2008 年与中国民促会共同设计了绿色出行碳计算器。',
      ),
    },
  },
  {
    key: 'climate-asia-pacific',
    content: {
      name: inBoth(
        'Climate Change Learning Initiative – Mobilizing Action for Transforming Environments in Asia Pacific',
        '亚太气候变化学习行动',
      ),
      kind: ['network'],
      summary: inBoth(
        'It helps people in Asia and the Pacific to understand climate change and to respond to it, and brings educators and governments together.',
        '帮助亚太地区公众认识并应对气候变化，促进教育工作者与政府之间的对话。',
      ),
    },
  },
  {
    key: 'asia-foundation',
    content: {
      name: inBoth('The Asia Foundation', '亚洲基金会'),
      kind: ['foundation', 'foreign-ngo'],
      country: 'US',
      city: inBoth('San Francisco', '旧金山'),
      summary: inBoth(
        'It funded the code of conduct for Chinese organisations in international development cooperation.',
        '资助编写了《中国社会组织参与国际发展合作行为准则》。',
      ),
    },
  },
  {
    key: 'koica',
    content: {
      name: inBoth('Korea International Cooperation Agency', '韩国国际协力团'),
      acronym: 'KOICA',
      kind: ['government'],
      country: 'KR',
      summary: inBoth(
        'The agency for Korea’s development cooperation with other countries.',
        '负责韩国对外发展合作的政府机构。',
      ),
    },
  },
  {
    key: 'save-the-children-korea',
    content: {
      name: inBoth('Save the Children Korea', '韩国救助儿童会'),
      kind: ['foreign-ngo'],
      country: 'KR',
      city: seoul,
      summary: inBoth(
        'The Korean member of Save the Children, visited during the study tour in 2019.',
        '救助儿童会在韩国的成员机构，2019 年考察期间的走访单位之一。',
      ),
    },
  },
  {
    key: 'kyung-hee-university',
    content: {
      name: inBoth('Kyung Hee University', '庆熙大学'),
      kind: ['academia'],
      country: 'KR',
      city: seoul,
      summary: inBoth(
        'A university in Seoul, visited during the study tour in 2019.',
        '位于首尔的综合性大学，2019 年考察期间的走访单位之一。',
      ),
    },
  },
  {
    key: 'foreign-ministry-korea',
    content: {
      name: inBoth('Ministry of Foreign Affairs of the Republic of Korea', '韩国外交部'),
      kind: ['government'],
      country: 'KR',
      city: seoul,
      summary: inBoth(
        'Korea’s foreign ministry, visited during the study tour in 2019.',
        '大韩民国外交部，2019 年考察期间的走访单位之一。',
      ),
    },
  },
]
