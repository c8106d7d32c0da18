import { inBoth } from '../bilingual.ts'
import { known } from '../partial-date.ts'
import { partner } from '../reference.ts'
import type { Content } from '../resolve-content.ts'

const site = 'https://www.qiao.example'

/** An address of the website, with the language in its path. */
const pattern = (path: string) => inBoth(`${site}/en/${path}/{slug}`, `${site}/zh/${path}/{slug}`)

export const organization: Content = {
  siteName: inBoth('CANGO', '中国民促会'),
  tagline: inBoth(
    'Chinese and foreign NGOs working together for sustainable development',
    '携手中外民间组织，共促可持续发展',
  ),
  profile: partner('cango'),
  address: inBoth(
    'C-601, East Building, Yonghe Plaza, 28 Andingmen, Beijing, China',
    '中国北京市安定门 28 号雍和大厦东楼 C-601',
  ),
  contact: {
    name: inBoth('Secretariat', '秘书处'),
    email: 'office@qiao.example',
  },
  figures: [
    {
      metric: inBoth('Domestic member organisations', '国内会员单位'),
      value: 125,
      qualifier: 'exact',
      unit: inBoth('organisations', '家'),
      asOf: known('2021-12'),
      source: 'Give2Asia: CANGO Visionary Education Program',
    },
    {
      metric: inBoth('Foreign NGOs with joint projects', '开展项目合作的境外民间组织'),
      value: 198,
      qualifier: 'exact',
      unit: inBoth('organisations', '家'),
      asOf: known('2021-12'),
      source: 'Give2Asia: CANGO Visionary Education Program',
    },
  ],
  urlPatterns: {
    newsBriefs: pattern('news'),
    programs: pattern('programs'),
    stories: pattern('stories'),
    awards: pattern('awards'),
    partnerProfiles: pattern('partners'),
  },
}
