import { inBoth } from '../bilingual.ts'
import { referTo } from '../reference.ts'
import type { Entry } from '../seed-entry.ts'

export const topics: readonly Entry[] = [
  {
    key: 'education',
    content: {
      title: inBoth('Education', '教育'),
      description: inBoth(
        'Schools, teachers and learning outside the classroom, above all in the countryside.',
        '学校、教师与课堂之外的学习，重点关注乡村。',
      ),
    },
  },
  {
    key: 'climate-change',
    content: {
      title: inBoth('Climate change', '气候变化'),
      description: inBoth(
        'Mitigation, adaptation and the part that civil society plays in both.',
        '减缓与适应气候变化，以及民间组织在其中的作用。',
      ),
    },
  },
  {
    key: 'low-carbon-transport',
    content: {
      title: inBoth('Low-carbon transport', '低碳交通'),
      description: inBoth(
        'Walking, cycling and public transport in place of the private car.',
        '以步行、骑行和公共交通代替私家车出行。',
      ),
      parent: referTo('topics', 'climate-change'),
    },
  },
  {
    key: 'water-resources',
    content: {
      title: inBoth('Water resources', '水资源'),
      description: inBoth(
        'The protection of lakes and rivers, and the careful use of water.',
        '保护河湖，珍惜用水。',
      ),
    },
  },
  {
    key: 'rural-development',
    content: {
      title: inBoth('Rural development', '乡村发展'),
      description: inBoth(
        'Livelihoods and communities in the villages of central and western China.',
        '中西部乡村的生计改善与社区发展。',
      ),
    },
  },
  {
    key: 'capacity-building',
    content: {
      title: inBoth('Capacity building', '能力建设'),
      description: inBoth(
        'Training, advice and exchange that make organisations stronger.',
        '通过培训、咨询与交流，让机构走得更稳、更远。',
      ),
    },
  },
  {
    key: 'international-cooperation',
    content: {
      title: inBoth('International cooperation', '国际合作'),
      description: inBoth(
        'Partnerships across borders and the going-out of Chinese NGOs.',
        '跨国伙伴关系，以及中国民间组织“走出去”。',
      ),
    },
  },
  {
    key: 'disaster-relief',
    content: {
      title: inBoth('Disaster relief', '灾害救援'),
      description: inBoth(
        'Emergency response and reconstruction after natural disasters.',
        '自然灾害发生后的应急响应与重建。',
      ),
    },
  },
  {
    key: 'gender-equality',
    content: {
      title: inBoth('Gender equality', '性别平等'),
      description: inBoth(
        'Equal chances for women and girls in projects and in organisations.',
        '让女性在项目和机构中享有平等机会。',
      ),
    },
  },
  {
    key: 'law-and-policy',
    content: {
      title: inBoth('Law and policy', '法律与政策'),
      description: inBoth(
        'The rules under which charities and social organisations work.',
        '慈善组织和社会组织开展工作所依据的法律法规。',
      ),
    },
  },
]
