import { inBoth } from '../bilingual.ts'
import { onDay } from '../partial-date.ts'
import { partner, picture, program, topics } from '../reference.ts'
import { heading, richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { sources } from './sources.ts'

const seoul = { city: inBoth('Seoul', '首尔'), country: 'KR' }

const codeSpeaker = {
  name: inBoth('Li Xiajie', '李夏洁'),
  partner: partner('cango'),
  talkTitle: inBoth(
    'Why the code of conduct for Chinese civil society organisations in international development cooperation matters',
    '《中国社会组织参与国际发展合作行为准则》的意义',
  ),
}

const panel = [
  {
    name: inBoth('Wu Peng', '伍鹏'),
    partner: partner('zhong-guo-fu-pin-ji-jin-hui'),
    role: 'panellist',
  },
  {
    name: inBoth('Dr Akio Takayanagi', '高柳彰夫博士'),
    affiliation: inBoth('Ferris University', '日本菲莉斯女学院大学'),
    role: 'panellist',
  },
  {
    name: inBoth('Kim Minyoung', '金敏英'),
    partner: partner('kcoc'),
    role: 'panellist',
  },
  { ...codeSpeaker, role: 'speaker' },
]

export const news20192020: readonly Entry[] = [
  {
    key: 'study-tour-seoul-2019',
    content: {
      title: inBoth(
        'Study tour to Seoul: how Korean NGOs work abroad',
        '赴首尔考察学习：韩国民间组织如何开展海外援助',
      ),
      kind: 'study-tour',
      newsDate: onDay('2019-07-05'),
      eventStart: onDay('2019-06-30'),
      eventEnd: onDay('2019-07-05'),
      ...seoul,
      cover: picture('demo-bridge'),
      summary: inBoth(
        'Five Chinese organisations spent six days with universities, authorities and NGOs in Seoul.',
        '五家中国机构用六天时间走访了首尔的高校、政府部门和民间组织。',
      ),
      body: inBoth(
        richText(
          'From 30 June to 5 July 2019 CANGO took part in a study tour on building the capacity of Chinese NGOs for development cooperation abroad. The question was how Korean NGOs run aid programs overseas, and how they organise and coordinate them.',
          heading('What the visitors take home'),
          'Work abroad needs ties to government and to companies. Chinese NGOs are only beginning, and learning from those who went before saves detours. Stronger partnerships between government, NGOs and the private sector would serve international development cooperation in the long run.',
        ),
        richText(
          '2019 年 6 月 30 日至 7 月 5 日，中国民促会参加了“中国民间组织海外发展合作能力建设：经验与教训”考察学习，了解韩国民间组织如何实施海外援助项目、如何组织和协调各项活动。',
          heading('考察收获'),
          '海外工作离不开政府和企业的支持。中国民间组织“走出去”刚刚起步，借鉴先行者的经验可以少走弯路。从长远看，政府、民间组织与企业加强合作，有助于共同探索国际发展合作的良好路径。',
        ),
      ),
      speakers: panel,
      agenda: [
        {
          date: onDay('2019-07-04'),
          title: inBoth('China-Japan-Korea Workshop', '中日韩研讨会'),
          venue: inBoth('Seoul', '首尔'),
        },
      ],
      participations: [
        { partner: partner('cango'), role: 'attendee' },
        { partner: partner('zhong-guo-fu-pin-ji-jin-hui'), role: 'attendee' },
        { partner: partner('zhong-guo-hong-shi-zi-ji-jin-hui'), role: 'attendee' },
        { partner: partner('qi-yue'), role: 'attendee' },
        { partner: partner('hua-dong-zheng-fa-da-xue'), role: 'attendee' },
        { partner: partner('kyung-hee-university'), role: 'host' },
        { partner: partner('koica'), role: 'host' },
        { partner: partner('save-the-children-korea'), role: 'host' },
        { partner: partner('kcoc'), role: 'host' },
        { partner: partner('foreign-ministry-korea'), role: 'host' },
      ],
      programs: [program('xing-wei-zhun-ze')],
      topics: topics('international-cooperation', 'capacity-building'),
      sources: [sources.studyTour2019],
    },
  },
  {
    key: 'china-japan-korea-workshop-2019',
    content: {
      title: inBoth(
        'Governments and NGOs from three countries at one table',
        '中日韩三国政府与民间组织共话发展合作',
      ),
      kind: 'workshop',
      newsDate: onDay('2019-07-04'),
      eventStart: onDay('2019-07-04'),
      eventEnd: onDay('2019-07-04'),
      ...seoul,
      cover: picture('demo-meeting'),
      summary: inBoth(
        'The China-Japan-Korea Workshop in Seoul discussed partnership between governments and civil society, and the strength of organisations from donor countries.',
        '中日韩研讨会在首尔举行，围绕政府与民间组织的伙伴关系、援助国民间组织的能力建设展开讨论。',
      ),
      body: inBoth(
        richText(
          'The first session was about institutions: funding, mechanisms for implementation, and the difficulties and the variety of partnerships between governments and civil society.',
          'The second session asked how organisations from provider countries can meet international standards, for example with codes of conduct and in their relations with local partners. CANGO presented the code of conduct that the experts of Beijing Qiyue have written with funds from The Asia Foundation.',
        ),
        richText(
          '第一场讨论聚焦制度框架，包括资金与实施机制、伙伴关系面临的挑战及其多样化。',
          '第二场讨论围绕援助国民间组织如何在行为准则、与当地伙伴的关系等方面达到国际标准。中国民促会介绍了由亚洲基金会资助、北京七悦社会公益服务中心专家组执笔的行为准则。',
        ),
      ),
      speakers: panel,
      agenda: [
        {
          date: onDay('2019-07-04'),
          title: inBoth(
            'Session 1: the institutional framework for partnership between government and civil society',
            '第一场：政府与民间组织伙伴关系的制度框架',
          ),
        },
        {
          date: onDay('2019-07-04'),
          title: inBoth(
            'Session 2: capacity and effectiveness of organisations from provider countries',
            '第二场：援助国民间组织的能力与成效',
          ),
        },
      ],
      participations: [
        { partner: partner('cango'), role: 'attendee' },
        { partner: partner('zhong-guo-fu-pin-ji-jin-hui'), role: 'attendee' },
        { partner: partner('kcoc'), role: 'attendee' },
      ],
      programs: [program('xing-wei-zhun-ze')],
      topics: topics('international-cooperation', 'law-and-policy'),
      sources: [sources.studyTour2019],
    },
  },
  {
    key: 'ma-de-li-qi-hou-da-hui-2019',
    languages: ['zh', 'en'],
    content: {
      title: inBoth(
        'COP25 in Madrid: climate stories from Chinese villages',
        '马德里气候大会：来自中国乡村的气候故事',
      ),
      kind: 'conference',
      newsDate: onDay('2019-12-13'),
      eventStart: onDay('2019-12-02'),
      eventEnd: onDay('2019-12-13'),
      city: inBoth('Madrid', '马德里'),
      country: 'ES',
      cover: picture('demo-harvest'),
      summary: inBoth(
        'With help from the Global Water Partnership, CANGO showed how farmers at Erhai Lake adapt to drought.',
        '在全球水伙伴的支持下，中国民促会向世界介绍了洱海农户适应干旱的做法。',
      ),
      body: inBoth(
        richText(
          'CANGO came to the climate conference with stories in place of reports. One of them is about straw, garlic and silage in villages of Yunnan; the Global Water Partnership helped to make the events known.',
        ),
        richText(
          '在本届气候大会上，中国民促会带去的不是报告，而是故事。其中一个讲的是云南村庄里的秸秆、大蒜与青贮饲料。全球水伙伴协助宣传了相关活动。',
        ),
      ),
      participations: [
        { partner: partner('cango'), role: 'attendee' },
        { partner: partner('gwp-china'), role: 'supporter' },
      ],
      programs: [program('qi-hou-bian-hua-gu-shi-chuan-bo-ji-hua')],
      topics: topics('climate-change', 'water-resources'),
      sources: [sources.interview],
    },
  },
  {
    key: 'partnership-with-gwp-china',
    content: {
      title: inBoth(
        'CANGO and the Global Water Partnership will work together',
        '中国民促会与全球水伙伴携手合作',
      ),
      kind: 'announcement',
      newsDate: onDay('2020-01-15'),
      cover: picture('demo-lake'),
      summary: inBoth(
        'What began at the climate conference in Madrid goes on: information, good practice and joint activities.',
        '始于马德里气候大会的合作将继续推进：共享信息、交流经验、联合开展活动。',
      ),
      body: inBoth(
        richText(
          'Since December 2019 CANGO has been a partner of the Global Water Partnership in China. Both want to make people more aware how precious water is.',
        ),
        richText(
          '自 2019 年 12 月起，中国民促会成为全球水伙伴在中国的合作伙伴。双方希望共同提升公众的惜水、节水意识。',
        ),
      ),
      participations: [
        { partner: partner('cango'), role: 'organiser' },
        { partner: partner('gwp-china'), role: 'co-organiser' },
      ],
      topics: topics('water-resources'),
      sources: [sources.interview],
    },
  },
  {
    key: 'six-years-of-twinning',
    content: {
      title: inBoth(
        'Six years of EU-China NGO Twinning come to an end',
        '中欧民间组织结对交流项目圆满走过六年',
      ),
      kind: 'announcement',
      newsDate: onDay('2020-06-30'),
      cover: picture('demo-bridge'),
      summary: inBoth('The exchange is over, the partnerships go on.', '项目收官，伙伴情谊长存。'),
      body: inBoth(
        richText(
          'For six years staff of NGOs and think tanks from Europe and China have worked in each other’s organisations. Many joint projects have come of it and will go on.',
        ),
        richText(
          '六年来，中欧民间组织和智库的工作人员走进彼此的机构，共同工作。由此产生的许多合作项目仍将继续。',
        ),
      ),
      participations: [{ partner: partner('cango'), role: 'co-organiser' }],
      programs: [program('eu-china-ngo-twinning')],
      topics: topics('international-cooperation'),
      sources: [sources.interview],
    },
  },
]
