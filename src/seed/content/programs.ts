import { inBoth } from '../bilingual.ts'
import { known } from '../partial-date.ts'
import { partner, picture, topics } from '../reference.ts'
import { quoteBlock, richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { named, sources } from './sources.ts'
import { visionaryEducationProgram } from './visionary-education-program.ts'

const greenCommuting: Entry = {
  key: 'green-commuting-network',
  content: {
    title: inBoth('Green Commuting Network', '绿色出行网络'),
    kind: 'network',
    status: 'completed',
    start: known('2006-06'),
    cover: picture('demo-bicycles'),
    summary: inBoth(
      'With the Environmental Defense Fund: less driving, cleaner air and better health in China’s cities.',
      '与美国环保协会合作，倡导城市居民少开车、多选择绿色出行，让空气更清洁、身体更健康。',
    ),
    need: inBoth(
      richText(
        'More and more cars fill the air of the cities with exhaust and harm people’s health.',
      ),
      richText('城市机动车不断增加，尾气污染加重，居民健康受到影响。'),
    ),
    solution: inBoth(
      richText(
        'NGOs in many cities spread the idea of commuting by foot, bicycle, bus and train. A calculator on the internet shows what each journey saves, and a fund pays for low-carbon travel at large events.',
      ),
      richText(
        '由各地民间组织共同倡导步行、骑行和公共交通。网上碳计算器让每次出行的减排量一目了然，专项基金则支持大型活动期间的低碳出行。',
      ),
    ),
    impact: inBoth(
      richText(
        'Over the years, citizens and authorities have become far more aware of what green and low-carbon commuting can do. Film stars and senior officials took part in the activities in Shanghai and Guangzhou.',
      ),
      richText(
        '几年来，公众和政府对绿色低碳出行的认识明显提高。在上海和广州的活动中，影视明星和政府高层官员也参与其中。',
      ),
    ),
    figures: [
      {
        metric: inBoth('NGOs in the network at its launch', '网络成立时的民间组织伙伴'),
        value: 20,
        qualifier: 'exact',
        unit: inBoth('organisations', '家'),
        asOf: known('2007'),
        source: named.memberPage,
      },
      {
        metric: inBoth('Organisations in the calculator campaign', '参与碳计算器活动的单位'),
        value: 100,
        qualifier: 'about',
        unit: inBoth('organisations', '家'),
        asOf: known('2008-04'),
        source: named.memberPage,
      },
    ],
    milestones: [
      {
        date: known('2006-06'),
        title: inBoth('The project begins', '项目启动'),
        description: inBoth(
          'CANGO and the Environmental Defense Fund begin to promote green commuting.',
          '中国民促会与美国环保协会共同开始倡导绿色出行。',
        ),
      },
      {
        date: known('2007'),
        title: inBoth('Launch of the network', '绿色出行网络成立'),
        description: inBoth(
          'Twenty NGOs from cities all over China join.',
          '来自全国多个城市的 20 家民间组织加入。',
        ),
      },
      {
        date: known('2008-04'),
        title: inBoth('Green travel carbon calculator', '推出绿色出行碳计算器'),
        description: inBoth(
          'Designed with the Transportation Research Institute of Tsinghua University; a campaign brings it to companies, institutions, organisations and communities.',
          '与清华大学交通研究所共同设计，并面向企业、事业单位、社会组织和社区开展推广活动。',
        ),
      },
      {
        date: known('2009-04'),
        title: inBoth('Green Commuting Fund', '设立绿色出行基金'),
        description: inBoth(
          'The Ministry of Civil Affairs approves the fund. It later supports low-carbon travel at the World Expo in Shanghai and the Asian Games in Guangzhou.',
          '经民政部批准设立，此后支持了上海世博会和广州亚运会期间的低碳出行。',
        ),
      },
    ],
    partners: [
      { partner: partner('cango'), role: 'lead', since: known('2006-06') },
      {
        partner: partner('environmental-defense-fund'),
        role: 'co-organiser',
        since: known('2006-06'),
      },
      { partner: partner('tsinghua-transportation'), role: 'technical', since: known('2008-04') },
    ],
    locations: [
      { country: 'CN', province: 'CN-SH', name: inBoth('Shanghai World Expo', '上海世博会') },
      { country: 'CN', province: 'CN-GD', name: inBoth('Guangzhou Asian Games', '广州亚运会') },
    ],
    sdgs: ['3', '11', '13'],
    topics: topics('low-carbon-transport', 'climate-change'),
    sources: [sources.memberPage],
  },
}

const twinning: Entry = {
  key: 'eu-china-ngo-twinning',
  content: {
    title: inBoth('EU-China NGO Twinning Program', '中欧民间组织结对交流项目'),
    kind: 'program',
    status: 'completed',
    cover: picture('demo-bridge'),
    summary: inBoth(
      'Staff of European and Chinese NGOs and think tanks work with each other for a while and stay partners afterwards.',
      '中欧民间组织和智库的工作人员互访共事，建立长久的伙伴关系。',
    ),
    solution: inBoth(
      richText(
        'One organisation from Europe and one from China form a pair and send each other a member of staff. What they learn from each other lasts longer than the visit: many pairs have gone on to run joint projects.',
      ),
      richText(
        '项目由一家欧洲机构与一家中国机构结成对子，互派工作人员。交流的收获并不止于访问期间，许多结对机构此后开展了合作项目。',
      ),
    ),
    figures: [
      {
        metric: inBoth('Duration', '实施年限'),
        value: 6,
        qualifier: 'exact',
        unit: inBoth('years', '年'),
        asOf: known('2020'),
        source: named.interview,
      },
    ],
    partners: [{ partner: partner('cango') }],
    sdgs: ['17'],
    topics: topics('international-cooperation', 'capacity-building'),
    sources: [sources.interview],
  },
}

const survey: Entry = {
  key: 'climate-change-education-survey',
  content: {
    title: inBoth('Climate Change Education Survey', '气候变化教育调研'),
    kind: 'survey',
    status: 'completed',
    cover: picture('demo-rain'),
    summary: inBoth(
      'What NGOs, authorities and universities in China do to teach about climate change, and what is still missing.',
      '了解中国民间组织、政府部门和学术机构如何开展气候变化教育，以及还缺少什么。',
    ),
    need: inBoth(
      richText(
        'People can only respond to climate change when they understand it. Educators, citizens and governments in Asia need to talk about mitigation, adaptation and how to prepare for disasters.',
      ),
      richText(
        '只有了解气候变化，人们才能有效应对。在减缓、适应、降低风险和防灾备灾等方面，亚洲各国的公众、教育工作者和政府需要更多对话。',
      ),
    ),
    solution: inBoth(
      richText(
        'CANGO carried out the survey in China as part of an initiative for climate learning in Asia and the Pacific.',
      ),
      richText('中国民促会与亚太气候变化学习行动合作，在中国开展了此项调研。'),
    ),
    impact: inBoth(
      richText(
        'Climate education in China is still at its beginning, and for most authorities it is no priority yet. Teaching often stops at the disasters and says too little about solutions.',
      ),
      richText(
        '调研发现，中国的气候变化教育尚处于起步阶段，多数政府部门还未将其列为优先事项；教学内容往往止于灾害，对解决办法讲得太少。',
      ),
    ),
    partners: [
      { partner: partner('cango'), role: 'implementer' },
      { partner: partner('climate-asia-pacific'), role: 'co-organiser' },
    ],
    locations: [{ country: 'CN', name: inBoth('China', '中国') }],
    sdgs: ['4', '13'],
    topics: topics('climate-change', 'education'),
    sources: [sources.memberPage],
  },
}

const storyInitiative: Entry = {
  key: 'qi-hou-bian-hua-gu-shi-chuan-bo-ji-hua',
  languages: ['zh', 'en'],
  content: {
    title: inBoth('Climate Change Story Communication Initiative', '气候变化故事传播计划'),
    kind: 'campaign',
    status: 'active',
    cover: picture('demo-lake'),
    summary: inBoth(
      'Good stories carry climate action by Chinese NGOs further than reports do.',
      '用好故事讲述中国民间气候行动，让更多人听见、看见。',
    ),
    solution: inBoth(
      richText(
        'Writers who know how to tell a story visit projects and write about the people in them. The texts go to media at home and abroad.',
        quoteBlock({
          text: 'A story is remembered when the figures have been forgotten.',
        }),
      ),
      richText(
        '邀请擅长讲故事的作者走访项目点，记录项目中的人与事，并向国内外媒体推荐。',
        quoteBlock({ text: '数字会被忘记，故事会被记住。' }),
      ),
    ),
    partners: [
      { partner: partner('cango'), role: 'lead' },
      { partner: partner('gwp-china'), since: known('2019-12') },
    ],
    locations: [{ country: 'CN', province: 'CN-YN', name: inBoth('Erhai Lake', '洱海') }],
    sdgs: ['6', '13'],
    topics: topics('climate-change', 'water-resources', 'rural-development'),
    sources: [sources.interview],
  },
}

const codeOfConduct: Entry = {
  key: 'xing-wei-zhun-ze',
  languages: ['zh', 'en'],
  content: {
    title: inBoth(
      'Code of Conduct for Chinese Civil Society Organisations in International Development Cooperation',
      '中国社会组织参与国际发展合作行为准则',
    ),
    kind: 'project',
    status: 'active',
    cover: picture('demo-meeting'),
    summary: inBoth(
      'Common standards for Chinese organisations that work abroad, from planning to relations with local partners.',
      '为“走出去”的中国社会组织提供共同遵循的标准，涵盖从规划到与当地伙伴相处的各个环节。',
    ),
    partners: [
      { partner: partner('cango'), role: 'lead' },
      { partner: partner('qi-yue'), role: 'implementer' },
      { partner: partner('asia-foundation'), role: 'funder' },
    ],
    sdgs: ['16', '17'],
    topics: topics('international-cooperation', 'law-and-policy'),
    sources: [sources.studyTour2019],
  },
}

const memberServices: Entry = {
  key: 'hui-yuan-fu-wu',
  languages: ['zh', 'en'],
  content: {
    title: inBoth('Services for member organisations', '会员服务项目'),
    kind: 'program',
    status: 'active',
    start: known('2009'),
    cover: picture('demo-meeting'),
    summary: inBoth(
      'Since 2009: information, advice and meetings at which members learn from each other.',
      '自 2009 年起，为会员单位提供信息共享、咨询服务和交流平台。',
    ),
    partners: [
      { partner: partner('cango'), role: 'lead', since: known('2009') },
      { partner: partner('heinrich-boell-foundation'), role: 'funder' },
    ],
    topics: topics('capacity-building'),
    sources: [sources.meeting2017],
  },
}

export const programs: readonly Entry[] = [
  visionaryEducationProgram,
  greenCommuting,
  twinning,
  survey,
  storyInitiative,
  codeOfConduct,
  memberServices,
]
