import { inBoth } from '../bilingual.ts'
import { onDay } from '../partial-date.ts'
import { partner, picture, program, topics } from '../reference.ts'
import { figuresBlock, heading, quoteBlock, richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { named, sources } from './sources.ts'

const beijing = { city: inBoth('Beijing', '北京'), country: 'CN' }
const yearEnd = '2017-12-31T12:00:00.000Z'

export const news20172018: readonly Entry[] = [
  {
    key: 'service-and-exchange-meeting-2017',
    content: {
      title: inBoth(
        'CANGO’s members meet in Beijing to talk about two new laws',
        '中国民促会 2017 年会员服务与交流会议在京召开',
      ),
      kind: 'event',
      newsDate: onDay('2017-08-22'),
      eventStart: onDay('2017-08-22'),
      eventEnd: onDay('2017-08-23'),
      ...beijing,
      cover: picture('demo-meeting'),
      summary: inBoth(
        'The 2017 Service and Exchange Meeting looked at what the Charity Law and the law on overseas NGOs mean for social organisations.',
        '会议由德国海因里希·伯尔基金会资助，围绕《慈善法》和《境外非政府组织境内活动管理法》对社会组织的影响展开交流。',
      ),
      body: inBoth(
        richText(
          'Nearly forty people from CANGO’s member organisations and from international organisations came to Beijing on 22 August 2017. The German Heinrich Böll Foundation funded the meeting.',
          heading('Two laws, chances and challenges'),
          'In 2016 China had adopted the Charity Law and the Law on the Administration of Activities of Overseas Non-Governmental Organisations in the Mainland of China. The meeting took stock of what both have changed and collected what members have learned in working abroad. Along the Belt and Road, it was said, social organisations have a part to play beside government and companies, above all in bringing people together.',
          'ZHAO Daxing opened the meeting with a look back at half a year, in which CANGO had widened its fundraising in the spirit of its conference of 2016. HUANG Haoming analysed the questions that the laws raise and discussed them with the members.',
          heading('A visit to Tsinghua'),
          'On the next morning the participants visited the Institute for Philanthropy at Tsinghua University. Some said that the services for members, which began in 2009, had become an excellent platform, and that they looked forward to the next meeting.',
        ),
        richText(
          '2017 年 8 月 22 日，由德国海因里希·伯尔基金会资助的中国民促会 2017 年会员服务与交流会议在北京召开，会员单位和国际组织的代表近 40 人参加。',
          heading('两部法律，机遇与挑战'),
          '2016 年，中国先后颁布《中华人民共和国慈善法》和《中华人民共和国境外非政府组织境内活动管理法》。会议梳理了两部法律给社会组织带来的影响，并交流了会员单位“走出去”的经验。与会者认为，“一带一路”建设离不开政府和企业，也应重视社会组织在民心相通中的作用。',
          '赵大兴致开幕辞，回顾了半年来的工作：中国民促会秉承 2016 年筹资工作会议精神，拓展思路，开展了多项筹资活动。黄浩明分析了两法实施过程中社会组织遇到的问题，并与会员单位进行了讨论。',
          heading('走访清华'),
          '8 月 23 日上午，与会代表走访了清华大学公益慈善研究院。有代表表示，2009 年以来的会员服务项目搭建了很好的交流平台，期待下一次会议。',
        ),
      ),
      attendance: { qualifier: 'up-to', value: 40 },
      speakers: [
        {
          name: inBoth('ZHAO Daxing', '赵大兴'),
          position: inBoth('Executive Director', '执行主任'),
          partner: partner('cango'),
          role: 'opening',
          talkTitle: inBoth('CANGO in the first half of 2017', '2017 年上半年工作回顾'),
        },
        {
          name: inBoth('HUANG Haoming', '黄浩明'),
          position: inBoth('Chairman', '理事长'),
          partner: partner('cango'),
          role: 'keynote',
          talkTitle: inBoth(
            'What the two laws mean for social organisations',
            '两法实施与社会组织面临的问题',
          ),
        },
        {
          name: inBoth('LIU Kaiyang', '刘凯阳'),
          position: inBoth('Executive Director', '执行主任'),
          partner: partner('zhong-cu-hui'),
          role: 'keynote',
          talkTitle: inBoth(
            'Chinese social organisations going global: experiences',
            '中国社会组织“走出去”经验分享',
          ),
        },
        {
          name: inBoth('ZHANG Jianyu', '张建宇'),
          position: inBoth(
            'Chief Representative; Executive Member of CANGO’s Council',
            '首席代表、中国民促会常务理事',
          ),
          partner: partner('environmental-defense-fund'),
          role: 'keynote',
          talkTitle: inBoth(
            'The plan of the Environmental Defense Fund for the Belt and Road',
            '美国环保协会“一带一路”工作设想',
          ),
        },
        {
          name: inBoth('QIAN Xiaofeng', '钱晓峰'),
          position: inBoth('Director of Strategic Development', '战略发展总监'),
          partner: partner('save-the-children'),
          role: 'keynote',
          talkTitle: inBoth('Country strategy under the new laws', '新法下的国别发展战略'),
        },
        {
          name: inBoth('LI Yong', '李勇'),
          partner: partner('tsinghua-institute-for-philanthropy'),
          role: 'host',
        },
      ],
      agenda: [
        {
          date: onDay('2017-08-22'),
          title: inBoth('Meeting of the members', '会员服务与交流会议'),
        },
        {
          date: onDay('2017-08-23'),
          title: inBoth('Visit to the Institute for Philanthropy', '走访公益慈善研究院'),
          venue: inBoth('Tsinghua University', '清华大学'),
          host: partner('tsinghua-institute-for-philanthropy'),
        },
      ],
      participations: [
        { partner: partner('cango'), role: 'organiser' },
        { partner: partner('heinrich-boell-foundation'), role: 'funder' },
        { partner: partner('tsinghua-institute-for-philanthropy'), role: 'host' },
        { partner: partner('zhong-cu-hui'), role: 'attendee' },
        { partner: partner('environmental-defense-fund'), role: 'attendee' },
        { partner: partner('save-the-children'), role: 'attendee' },
      ],
      programs: [program('hui-yuan-fu-wu')],
      topics: topics('law-and-policy', 'capacity-building', 'international-cooperation'),
      sources: [sources.meeting2017],
    },
  },
  {
    key: 'visit-to-tsinghua-2017',
    content: {
      title: inBoth(
        'A morning at Tsinghua’s Institute for Philanthropy',
        '会员代表走访清华大学公益慈善研究院',
      ),
      kind: 'visit',
      newsDate: onDay('2017-08-23'),
      eventStart: onDay('2017-08-23'),
      eventEnd: onDay('2017-08-23'),
      ...beijing,
      venue: inBoth('Tsinghua University', '清华大学'),
      summary: inBoth(
        'After their meeting, CANGO’s members learned what the institute studies and asked their questions.',
        '会员会议次日，代表们了解了研究院的研究方向，并就关心的问题进行了交流。',
      ),
      body: inBoth(
        richText(
          'Dr LI Yong welcomed the guests, introduced the fields of research of the institute and answered the questions of the participants.',
        ),
        richText('李勇博士对代表们的到来表示欢迎，介绍了研究院的研究方向，并回答了大家的提问。'),
      ),
      speakers: [
        {
          name: inBoth('LI Yong', '李勇'),
          partner: partner('tsinghua-institute-for-philanthropy'),
          role: 'host',
        },
      ],
      participations: [
        { partner: partner('tsinghua-institute-for-philanthropy'), role: 'host' },
        { partner: partner('cango'), role: 'attendee' },
      ],
      topics: topics('capacity-building'),
      sources: [sources.meeting2017],
    },
  },
  {
    key: 'twenty-five-years-in-figures',
    content: {
      title: inBoth('Twenty-five years of CANGO in figures', '数说中国民促会二十五年'),
      kind: 'announcement',
      newsDate: onDay('2017-12-31'),
      cover: picture('demo-bridge'),
      summary: inBoth(
        'Since 1992: 183 foreign partners, RMB 974 million for projects, up to 7.55 million people reached.',
        '自 1992 年成立以来，与 183 家境外机构开展合作，筹集项目资金 9.74 亿元，受益人数达 755 万。',
      ),
      body: inBoth(
        richText(
          'Twenty-five years after its founding, CANGO has 155 member organisations and has worked with 183 foreign NGOs and bilateral and multilateral organisations.',
          figuresBlock(
            {
              asOf: yearEnd,
              metric: 'Funds raised from donor agencies',
              source: named.memberPage,
              unit: 'million RMB',
              value: 974,
            },
            {
              asOf: yearEnd,
              metric: 'Local matching funds',
              source: named.memberPage,
              unit: 'million RMB',
              value: 538,
            },
          ),
          'The projects reached some 122 counties in 31 provinces, autonomous regions and municipalities.',
        ),
        richText(
          '成立二十五年来，中国民促会已有会员单位 155 家，与 183 家境外民间组织和双边、多边机构开展了项目合作。',
          figuresBlock(
            {
              asOf: yearEnd,
              metric: '筹集项目资金',
              source: named.memberPage,
              unit: '亿元人民币',
              value: 9.74,
            },
            {
              asOf: yearEnd,
              metric: '地方配套资金',
              source: named.memberPage,
              unit: '亿元人民币',
              value: 5.38,
            },
          ),
          '项目覆盖 31 个省、自治区、直辖市的约 122 个县。',
        ),
      ),
      participations: [{ partner: partner('cango'), role: 'organiser' }],
      topics: topics('rural-development', 'international-cooperation'),
      sources: [sources.memberPage],
    },
  },
  {
    key: 'qi-hou-wang-luo-mi-shu-chu-shi-nian',
    languages: ['zh', 'en'],
    content: {
      title: inBoth(
        'Ten years of hosting the climate network’s secretariat',
        '十年同行：承担中国民间气候变化行动网络秘书处工作',
      ),
      kind: 'announcement',
      newsDate: onDay('2018-11-20'),
      cover: picture('demo-network'),
      summary: inBoth(
        'Since 2008 the China Civil Climate Action Network has had its secretariat at CANGO.',
        '自 2008 年起，中国民间气候变化行动网络秘书处一直设在中国民促会。',
      ),
      body: inBoth(
        richText(
          'In 2007 a few organisations began to prepare a network for climate action by Chinese civil society; in 2008 CANGO took on the secretariat.',
          quoteBlock({ text: 'The climate does not wait until each of us acts alone.' }),
          'Ten years later the network still does what it was made for: bring people together, share what they know, and let their voice be heard.',
        ),
        richText(
          '2007 年，几家机构开始筹建中国民间气候变化行动网络；2008 年，中国民促会承担起秘书处工作。',
          quoteBlock({ text: '气候不等人，同行才能致远。' }),
          '十年过去，网络初心未改：联结伙伴，共享经验，发出声音。',
        ),
      ),
      participations: [
        { partner: partner('ccan'), role: 'organiser' },
        { partner: partner('cango'), role: 'host' },
      ],
      topics: topics('climate-change'),
      sources: [sources.memberPage],
    },
  },
  {
    key: 'ten-years-of-visionary-education',
    content: {
      title: inBoth('Ten years of the Visionary Education Program', '远见教育项目走过十年'),
      kind: 'announcement',
      newsDate: onDay('2018-09-10'),
      cover: picture('demo-classroom'),
      summary: inBoth(
        'On Teachers’ Day the program thanks all who have taught in it since 2008.',
        '值此教师节，项目向 2008 年以来所有授课的老师致谢。',
      ),
      body: inBoth(
        richText(
          'The program began in 2008 with training for headteachers from the countryside. Scholars from China and abroad have given their time to it, and volunteers have carried the camps.',
        ),
        richText(
          '2008 年，项目从培训乡村校长起步。十年来，中外学者倾囊相授，志愿者撑起了一期又一期教育营。',
        ),
      ),
      participations: [{ partner: partner('cango'), role: 'organiser' }],
      programs: [program('visionary-education-program')],
      topics: topics('education'),
      sources: [sources.donationPage],
    },
  },
]
