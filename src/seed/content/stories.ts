import { inBoth } from '../bilingual.ts'
import { partner, picture, program, topics } from '../reference.ts'
import {
  bulletList,
  figuresBlock,
  heading,
  imageBlock,
  quoteBlock,
  richText,
} from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { interview } from './interview.ts'
import { named, sources } from './sources.ts'

const erhai: Entry = {
  key: 'er-hai-jie-gan-da-suan-qing-zhu',
  languages: ['zh', 'en'],
  content: {
    title: inBoth(
      'Straw, garlic and silage: a village learns to live with drought',
      '秸秆、大蒜与青贮：洱海边村庄的气候适应',
    ),
    kind: 'feature',
    cover: picture('demo-harvest'),
    summary: inBoth(
      'Around Erhai Lake in Yunnan, an NGO and the government help farmers to change crops, for the lake and against drought.',
      '在云南洱海之滨，民间组织与政府携手，帮助农户调整种植，保护湖水，应对干旱。',
    ),
    body: inBoth(
      richText(
        'Garlic brings good money, but it is thirsty and needs much fertiliser, and what the fields do not take up runs into the lake. When droughts became frequent, the villages at Erhai had two reasons to look for something else.',
        heading('New crops, new ways'),
        'A Chinese NGO and the local government worked on it together. Farmers tried other crops and other ways of planting; stalks that used to be burnt became silage for cattle.',
        imageBlock({ image: picture('demo-lake'), caption: 'Morning at the lake (drawing)' }),
        'Technology helps against poverty when it fits the place. That is what the story, written for the Climate Change Story Communication Initiative, tells the world.',
      ),
      richText(
        '大蒜收益高，却费水费肥，田里吸收不了的养分最终流入湖中。干旱日益频繁，洱海边的村庄有了两个改变的理由。',
        heading('换作物，也换种法'),
        '一家民间组织与当地政府携手，帮助农户改种新作物，采用新的种植方法；过去一烧了之的秸秆，如今做成了青贮饲料。',
        imageBlock({ image: picture('demo-lake'), caption: '洱海之晨（插画）' }),
        '科技助农，贵在因地制宜。这个故事出自“气候变化故事传播计划”，如今讲给更多人听。',
      ),
    ),
    programs: [program('qi-hou-bian-hua-gu-shi-chuan-bo-ji-hua')],
    partners: [partner('cango')],
    topics: topics('climate-change', 'water-resources', 'rural-development'),
    sources: [sources.interview],
  },
}

const headteachers: Entry = {
  key: 'headteachers-widen-their-view',
  content: {
    title: inBoth(
      'When the headteacher travels, the whole school learns',
      '校长走出去，学校活起来',
    ),
    kind: 'success',
    cover: picture('demo-classroom'),
    summary: inBoth(
      'Rural headteachers come together for the leadership training of the Visionary Education Program.',
      '乡村校长齐聚一堂，参加远见教育项目的领导力培训。',
    ),
    body: inBoth(
      richText(
        'A school in the mountains often has few visitors. Its head decides what is taught and how, and is alone with the decision. The training of the Visionary Education Program changes that: principals from many provinces meet, and scholars from China and abroad teach them.',
        figuresBlock({
          asOf: '2022-01-01T12:00:00.000Z',
          metric: 'Headteachers trained since 2008',
          source: named.donationPage,
          unit: 'principals',
          value: 219,
        }),
        'They take home ideas for lessons and for the way a school is led, and keep in touch with each other.',
      ),
      richText(
        '大山里的学校少有访客。教什么、怎么教，往往由校长一个人琢磨。远见教育项目的培训改变了这一点：来自多个省份的校长相聚一堂，由中外学者授课。',
        figuresBlock({
          asOf: '2022-01-01T12:00:00.000Z',
          metric: '2008 年以来受训校长',
          source: named.donationPage,
          unit: '名',
          value: 219,
        }),
        '他们带回新的教学思路和管理方法，也彼此保持联系，互相支持。',
      ),
    ),
    gallery: [
      {
        image: picture('demo-classroom'),
        caption: inBoth('In the training (drawing)', '培训现场（插画）'),
      },
    ],
    programs: [program('visionary-education-program')],
    partners: [partner('cango'), partner('give2asia')],
    topics: topics('education', 'rural-development'),
    sources: [sources.donationPage],
  },
  later: [
    {
      // Published again after the translation: the Chinese text does not have the last sentence yet.
      content: {
        summary:
          'Rural headteachers come together for the leadership training of the Visionary Education Program. The next fellowship takes 18 of them.',
      },
      locale: 'en',
      status: 'published',
    },
  ],
}

const volunteers: Entry = {
  key: 'volunteers-at-the-camp',
  content: {
    title: inBoth('A camp, a school, a team of volunteers', '一所学校，一支志愿者队伍'),
    kind: 'success',
    cover: picture('demo-mountains'),
    summary: inBoth(
      'Before the camp begins, the volunteers of the Visionary Education Program become a team.',
      '教育营开营之前，远见教育项目的志愿者先要成为一个团队。',
    ),
    body: inBoth(
      richText(
        'Students and other volunteers prepare for the camp together: they plan the courses, try the experiments and learn to rely on each other.',
        'Then they spend their days at one rural school, with art that invites the children to see and with science that invites them to ask.',
      ),
      richText(
        '开营之前，大学生和社会志愿者一起备课、试做实验，也学着彼此信任、相互配合。',
        '随后，他们走进一所乡村学校，用艺术带孩子们发现美，用科学鼓励孩子们多提问。',
      ),
    ),
    programs: [program('visionary-education-program')],
    partners: [partner('cango')],
    topics: topics('education'),
    sources: [sources.donationPage],
  },
}

const calculator: Entry = {
  key: 'the-calculator-that-counts-journeys',
  content: {
    title: inBoth('The calculator that counts every journey', '把每一次出行算清楚'),
    kind: 'case-study',
    cover: picture('demo-bicycles'),
    summary: inBoth(
      'How a calculator on the internet turned green commuting into something that can be measured and shared.',
      '一个网上计算器，让绿色出行看得见、算得清、分享得出去。',
    ),
    body: inBoth(
      richText(
        'How much does it save to leave the car at home? In April 2008 CANGO and the Transportation Research Institute of Tsinghua University put a calculator on the internet that gives the answer.',
        bulletList(
          'Nearly one hundred companies, institutions, social organisations and communities used it in a campaign.',
          'A year later a fund of its own began to support low-carbon travel.',
        ),
        quoteBlock({
          text: 'What can be counted can be compared, and what can be compared can be changed.',
        }),
      ),
      richText(
        '一天不开车能减少多少碳排放？2008 年 4 月，中国民促会与清华大学交通研究所共同推出网上碳计算器，给出了答案。',
        bulletList(
          '近百家企业、事业单位、社会组织和社区参与活动，使用了这一工具。',
          '一年后，专项基金设立，开始支持低碳出行。',
        ),
        quoteBlock({ text: '算得清，才比得出；比得出，才改得了。' }),
      ),
    ),
    programs: [program('green-commuting-network')],
    partners: [
      partner('cango'),
      partner('environmental-defense-fund'),
      partner('tsinghua-transportation'),
    ],
    topics: topics('low-carbon-transport', 'climate-change'),
    sources: [sources.memberPage],
  },
}

const surveyFindings: Entry = {
  key: 'what-we-teach-about-climate-change',
  content: {
    title: inBoth(
      'What we teach, and do not teach, about climate change',
      '气候变化教育：我们教了什么，还缺什么',
    ),
    kind: 'case-study',
    cover: picture('demo-rain'),
    summary: inBoth(
      'A survey shows where climate education in China stands: at the beginning, and too much about disasters.',
      '调研显示，中国的气候变化教育刚刚起步，谈灾害多，谈办法少。',
    ),
    body: inBoth(
      richText(
        'CANGO asked NGOs, authorities and universities what they do. The answers: climate education is still young, for most authorities it is not urgent, and much of it stops where it should begin, at the question of what can be done.',
        'For those who plan courses the conclusion is simple: start with solutions that people can try.',
      ),
      richText(
        '中国民促会向民间组织、政府部门和学术机构了解了开展情况。结果显示：气候变化教育仍处于起步阶段，多数政府部门尚未将其列为优先事项，许多内容讲完灾害便戛然而止，而“我们能做什么”恰恰应当是起点。',
        '对课程设计者来说，结论很简单：从人人可以尝试的办法讲起。',
      ),
    ),
    programs: [program('climate-change-education-survey')],
    partners: [partner('cango'), partner('climate-asia-pacific')],
    topics: topics('climate-change', 'education'),
    sources: [sources.memberPage],
  },
}

export const stories: readonly Entry[] = [
  interview,
  erhai,
  headteachers,
  volunteers,
  calculator,
  surveyFindings,
]
