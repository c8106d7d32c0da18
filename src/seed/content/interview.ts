import { inBoth } from '../bilingual.ts'
import { partner, picture, program, topics } from '../reference.ts'
import { richText } from '../rich-text.ts'
import type { Entry } from '../seed-entry.ts'
import { sources } from './sources.ts'

export const interview: Entry = {
  key: 'interview-li-xiajie-gwp',
  content: {
    title: inBoth(
      'Telling China’s climate stories: a conversation with Li Xiajie',
      '讲好中国气候故事——对话李夏洁',
    ),
    kind: 'interview',
    cover: picture('demo-lake'),
    summary: inBoth(
      'The deputy head of CANGO’s international department on the partnership with the Global Water Partnership, on saving water, and on stories that travel.',
      '中国民促会国际部副主任谈与全球水伙伴的合作、节水意识，以及如何让故事走得更远。',
    ),
    body: inBoth(
      richText(
        'Shortened and told in our own words after an interview that the Global Water Partnership published.',
      ),
      richText('本文根据全球水伙伴刊发的访谈整理，有删节。'),
    ),
    interview: [
      {
        question: inBoth(
          'What is CANGO, and what does it want to achieve?',
          '请介绍一下中国民促会及其愿景和使命。',
        ),
        answer: inBoth(
          richText(
            'CANGO is a non-profit membership association that works throughout China. It wants citizens and civil society to be strong enough to create fair chances for all, so that development can last.',
            'To that end it links NGOs, companies, governments and individuals at home and abroad. The subjects are poverty, social governance, gender equality, climate change, the environment and research on public welfare. Grassroots NGOs get training, technical help and advice.',
          ),
          richText(
            '中国民促会是全国性、非营利的会员制社会组织。我们希望公民和民间组织更有力量，共同营造人人机会公平、发展可持续的环境。',
            '为此，我们联结国内外的民间组织、企业、政府与个人，关注扶贫、社会治理、性别平等、气候变化、环境保护和公益研究，并为草根组织提供能力建设、技术服务和咨询。',
          ),
        ),
      },
      {
        question: inBoth(
          'How did the partnership with GWP come about?',
          '与全球水伙伴的合作是如何开始的？',
        ),
        answer: inBoth(
          richText(
            'It began with a training in December 2019, where a colleague of GWP China suggested working together for the climate conference in Madrid, COP25. GWP then helped to make CANGO’s activities there known.',
            'One of them came from the Climate Change Story Communication Initiative: a storyteller had written about straw, garlic and silage in the villages around Erhai Lake in Yunnan, where farmers, an NGO and the government protect the lake and adapt to drought with new crops and new ways of planting.',
          ),
          richText(
            '2019 年 12 月的一次培训上，全球水伙伴中国委员会的同事提议，借马德里气候大会（COP25）的契机开展合作。大会期间，他们帮助宣传了中国民促会的活动。',
            '其中一项来自“气候变化故事传播计划”：我们请一位专业作者到云南洱海周边的村庄，写下秸秆、大蒜与青贮饲料的故事——民间组织与政府一道保护洱海，帮助农户通过新作物、新种法适应频发的干旱。',
          ),
        ),
      },
      {
        question: inBoth('What does the partnership bring?', '成为合作伙伴有哪些收获？'),
        answer: inBoth(
          richText(
            'Above all information, and the chance to learn from what others do well. CANGO hopes to be part of more activities in the region and worldwide.',
          ),
          richText(
            '最重要的是共享信息，学习其他机构的好做法。我们希望今后更多地参与区域和国际层面的活动。',
          ),
        ),
      },
      {
        question: inBoth(
          'Which challenge do you see in the management of water?',
          '您认为水资源管理面临的挑战是什么？',
        ),
        answer: inBoth(
          richText(
            'Awareness. There is less and less water in the world, yet many still believe that it will never run out. China and other countries have made saving water a priority and passed laws for it; what lags behind is people’s sense of how precious water is. CANGO runs projects to change that.',
          ),
          richText(
            '是意识。全球水资源明显减少，仍有人以为水取之不尽，不懂得珍惜。中国等国家已把节水摆在重要位置，并出台了一系列法律法规，但公众对水资源重要性的认识仍然不足。多年来，中国民促会一直通过项目提升公众的节水意识。',
          ),
        ),
      },
      {
        question: inBoth(
          'Which of CANGO’s programs should more people know?',
          '有哪些项目希望让更多人了解？',
        ),
        answer: inBoth(
          richText(
            'The EU-China NGO Twinning Program has just completed six years. Staff of European and Chinese NGOs and think tanks worked with each other, and many joint projects have come of it.',
            'And the stories: told well, they find a place in international media and help the world to understand what Chinese NGOs do for the climate.',
          ),
          richText(
            '中欧民间组织结对交流项目刚刚走过六年。中欧民间组织和智库的工作人员互访共事，由此产生了许多合作项目。',
            '我们也希望用讲故事的方式发声，让更多中国故事出现在国际媒体上，增进国际社会对中国民间气候行动的了解。',
          ),
        ),
      },
    ],
    pullQuote: inBoth(
      'The major issue is that people are hardly aware how important water is.',
      '最大的问题，是人们还没有充分意识到水有多重要。',
    ),
    people: [
      {
        name: inBoth('Li Xiajie', '李夏洁'),
        position: inBoth('Deputy Chief, International Department', '国际部副主任'),
        partner: partner('cango'),
      },
    ],
    origin: { publisher: 'Global Water Partnership' },
    programs: [program('qi-hou-bian-hua-gu-shi-chuan-bo-ji-hua'), program('eu-china-ngo-twinning')],
    partners: [partner('cango'), partner('gwp-china')],
    topics: topics('water-resources', 'climate-change', 'international-cooperation'),
    sources: [sources.interview],
  },
}
