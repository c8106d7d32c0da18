import type { DemoPicture } from '../seed-media.ts'

export const pictures: readonly DemoPicture[] = [
  {
    key: 'demo-bicycles',
    alt: {
      en: 'Drawing: three bicycles on a green verge in front of a city skyline',
      zh: '插画：城市天际线前的绿地上停着三辆自行车',
    },
    caption: {
      en: 'Green commuting begins with short distances.',
      zh: '绿色出行，从短途开始。',
    },
    scene: 'bicycles',
  },
  {
    key: 'demo-bridge',
    alt: {
      en: 'Drawing: a red arched bridge over calm water with hills behind it',
      zh: '插画：平静水面上的红色拱桥，远处是山丘',
    },
    caption: { en: 'Qiao means bridge.', zh: '“桥”，连接两岸。' },
    scene: 'bridge',
  },
  {
    key: 'demo-certificate',
    alt: {
      en: 'Drawing: a framed certificate with a red seal and a star',
      zh: '插画：带有红色星形印章的证书',
    },
    scene: 'certificate',
  },
  {
    key: 'demo-classroom',
    alt: {
      en: 'Drawing: a classroom with a blackboard on which mountains are drawn, and four desks',
      zh: '插画：教室里的黑板上画着群山，前面摆着四张课桌',
    },
    scene: 'classroom',
  },
  {
    key: 'demo-harvest',
    alt: {
      en: 'Drawing: ears of grain in a field under a low sun',
      zh: '插画：斜阳下田里的谷穗',
    },
    scene: 'harvest',
  },
  {
    key: 'demo-lake',
    alt: {
      en: 'Drawing: a lake below blue hills in the morning light',
      zh: '插画：晨光中青山环抱的湖面',
    },
    scene: 'lake',
  },
  {
    key: 'demo-meeting',
    alt: {
      en: 'Drawing: five people at a long table in front of a window with a view of the city',
      zh: '插画：五个人围坐在长桌旁，身后的窗外是城市',
    },
    scene: 'meeting',
  },
  {
    key: 'demo-mountains',
    alt: {
      en: 'Drawing: mountain ridges one behind the other under a pale sun',
      zh: '插画：淡淡的太阳下层层叠叠的山岭',
    },
    scene: 'mountains',
  },
  {
    key: 'demo-network',
    alt: {
      en: 'Drawing: six coloured circles joined by lines',
      zh: '插画：六个由线条相连的彩色圆点',
    },
    scene: 'network',
  },
  {
    key: 'demo-rain',
    alt: {
      en: 'Drawing: two clouds with rain over green hills',
      zh: '插画：绿色山丘上空的两朵雨云',
    },
    scene: 'rain',
  },
]
