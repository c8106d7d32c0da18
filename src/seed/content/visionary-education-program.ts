import { inBoth } from '../bilingual.ts'
import { known } from '../partial-date.ts'
import { partner, picture, topics } from '../reference.ts'
import { bulletList, heading, richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { named, sources } from './sources.ts'

const source = named.donationPage
const principals = inBoth('principals', '名')
const students = inBoth('students', '名')
const schools = inBoth('schools', '所')

export const visionaryEducationProgram: Entry = {
  key: 'visionary-education-program',
  content: {
    title: inBoth('Visionary Education Program', '远见教育项目'),
    kind: 'program',
    status: 'active',
    start: known('2008'),
    cover: picture('demo-classroom'),
    summary: inBoth(
      'Training for rural headteachers and camps for rural pupils, so that schools in remote places open up to new ideas.',
      '面向乡村校长开展培训、为乡村学生举办教育营，让偏远地区的学校打开视野。',
    ),
    need: inBoth(
      richText(
        'Villages thrive when people with skills stay or come, and such people grow up in schools. The program is for headteachers and pupils of primary and secondary schools in the poorer parts of China, most of them far from any city.',
        'Many of these places are poor in natural resources and hard to reach. Little exchange with other regions means that schools hear late of new ideas, rarely meet people from outside, and teach as they have always taught.',
      ),
      richText(
        '乡村振兴靠人才，人才培养靠教育。项目面向欠发达地区的中小学校长和学生，他们大多生活在偏远乡村。',
        '当地往往生态条件较差、资源匮乏、交通不便，与外界往来不多。学校难以及时了解新的理念，也缺少与各类人才交流的机会，教育理念、教学方法和学生的眼界都因此受到限制。',
      ),
    ),
    solution: inBoth(
      richText(
        'The program works with those who can move a whole school: its head. Training, an international forum and camps for pupils complement each other.',
        heading('Three activities'),
        bulletList(
          'a fellowship for headteachers in mountain regions,',
          'an international forum for rural educators,',
          'a camp at one rural school every year.',
        ),
      ),
      richText(
        '校长是带动一所学校改变的关键。项目从校长入手，以培训、国际论坛和学生教育营相互配合。',
        heading('三项主要活动'),
        bulletList(
          '山区校长全球领导力研修；',
          '中国乡村教育者国际领导力论坛；',
          '每年走进一所乡村学校的教育营。',
        ),
      ),
    ),
    activities: [
      {
        title: inBoth(
          'Global Leadership Fellowship for Headmasters in Mountainous Regions',
          '山区校长全球领导力研修计划',
        ),
        description: inBoth(
          'Each year 18 headteachers are chosen online from the whole country and trained in leadership and global outlook.',
          '每年通过线上渠道在全国招募 18 名优秀乡村校长，开展个人领导力与全球视野培训。',
        ),
      },
      {
        title: inBoth(
          'International Leadership Forum for China’s Rural Educators',
          '中国乡村教育者国际领导力论坛',
        ),
        description: inBoth(
          'Rural educators and experts from abroad meet, exchange ideas and explore where rural education could go.',
          '为乡村教育者与海外教育专家搭建对话平台，分享教育主张，共同探索乡村教育的更多可能。',
        ),
      },
      {
        title: inBoth('Educational camps', '乡村学校教育营'),
        description: inBoth(
          'Each year student and other volunteers bring art and STEM courses to one rural school.',
          '每年选择一所乡村学校，由大学生志愿者和社会志愿者为当地学生带去艺术启蒙、STEM 等课程。',
        ),
      },
    ],
    progress: inBoth(
      richText(
        'The program began in 2008. In almost fifteen years, headteachers from 22 provinces have been trained, and through them tens of thousands of pupils have felt the effect. Scholars and practitioners from China and abroad taught the courses.',
      ),
      richText(
        '项目于 2008 年启动。近十五年来，来自 22 个省份的乡村校长接受了培训，数以万计的学生间接受益。授课者包括百余位中外学者和专家。',
      ),
    ),
    impact: inBoth(
      richText(
        'With more gifts, more headteachers will widen their view and lead their schools better, and more children will come to a camp where they learn to think for themselves.',
      ),
      richText(
        '每一份捐赠，都将帮助更多乡村校长开阔视野、更好地带领学校，也让更多乡村孩子走进教育营，学会独立思考。',
      ),
    ),
    figures: [
      {
        metric: inBoth('Headteachers trained', '受训乡村校长'),
        value: 219,
        qualifier: 'exact',
        unit: principals,
        asOf: known('2022'),
        source,
      },
      {
        metric: inBoth('Provinces the headteachers came from', '受训校长来源省份'),
        value: 22,
        qualifier: 'exact',
        unit: inBoth('provinces', '个'),
        asOf: known('2022'),
        source,
      },
      {
        metric: inBoth('Scholars and specialists who taught', '授课中外学者和专家'),
        value: 100,
        qualifier: 'more-than',
        unit: inBoth('people', '位'),
        asOf: known('2022'),
        source,
      },
      {
        metric: inBoth('Schools with a camp', '举办教育营的学校'),
        value: 10,
        qualifier: 'more-than',
        unit: schools,
        asOf: known('2022'),
        source,
      },
      {
        metric: inBoth('Pupils in the camps', '参加教育营的学生'),
        value: 2000,
        qualifier: 'about',
        unit: students,
        asOf: known('2022'),
        source,
      },
      {
        metric: inBoth('Places in the fellowship each year', '每年研修名额'),
        value: 18,
        qualifier: 'exact',
        unit: principals,
        asOf: known('2022'),
        source,
      },
      {
        metric: inBoth('Schools with a camp each year', '每年举办教育营的学校'),
        value: 1,
        qualifier: 'exact',
        unit: schools,
        asOf: known('2022'),
        source,
      },
    ],
    milestones: [
      {
        date: known('2008'),
        title: inBoth('The program begins', '项目启动'),
      },
    ],
    partners: [
      { partner: partner('cango'), role: 'lead', since: known('2008') },
      { partner: partner('give2asia'), role: 'intermediary' },
    ],
    locations: [
      { country: 'CN', province: 'CN-QH', name: inBoth('Qinghai', '青海') },
      { country: 'CN', province: 'CN-AH', name: inBoth('Anhui', '安徽') },
      { country: 'CN', province: 'CN-HA', name: inBoth('Henan', '河南') },
      { country: 'CN', province: 'CN-YN', name: inBoth('Yunnan', '云南') },
      { country: 'CN', province: 'CN-SC', name: inBoth('Sichuan', '四川') },
      { country: 'CN', province: 'CN-HL', name: inBoth('Heilongjiang', '黑龙江') },
      { country: 'CN', province: 'CN-HN', name: inBoth('Hunan', '湖南') },
    ],
    donation: {
      accepting: true,
      intermediary: partner('give2asia'),
      url: 'https://give2asia.org/',
      tiers: [
        {
          amount: 8000,
          currency: 'USD',
          outcome: inBoth(
            'brings 10 rural headteachers to the International Leadership Forum for China’s Rural Educators.',
            '可支持 10 名乡村校长参加中国乡村教育者国际领导力论坛。',
          ),
        },
        {
          amount: 12_000,
          currency: 'USD',
          outcome: inBoth(
            'gives 300 pupils a place in an educational camp.',
            '可支持 300 名学生参加教育营。',
          ),
        },
        {
          amount: 18_000,
          currency: 'USD',
          outcome: inBoth(
            'pays for the leadership training of 18 rural headteachers.',
            '可支持 18 名乡村校长完成领导力培训。',
          ),
        },
      ],
      taxBenefits: [
        {
          country: 'US',
          entity: inBoth('Give2Asia', 'Give2Asia（赠与亚洲）'),
          note: inBoth(
            'Receipts are issued by the Give2Asia entity that received the gift. Gifts cannot be refunded once acknowledged.',
            '收据由接收捐款的 Give2Asia 机构开具；捐赠一经确认，恕不退款。',
          ),
        },
      ],
    },
    gallery: [
      {
        image: picture('demo-classroom'),
        caption: inBoth(
          'Headteachers from the countryside at the leadership training',
          '乡村校长参加领导力培训',
        ),
      },
      {
        image: picture('demo-mountains'),
        caption: inBoth('Volunteers of the program build their team', '项目志愿者团队建设活动'),
      },
    ],
    sdgs: ['4', '10', '17'],
    topics: topics('education', 'rural-development'),
    sources: [sources.donationPage],
  },
}
