import {
  bars,
  bicycle,
  cloud,
  desk,
  ground,
  hills,
  network,
  person,
  seal,
  sky,
  skyline,
  sun,
  water,
  wheat,
} from './shapes.ts'

/** Calm, flat landscapes and objects in SVG, without letters, so that they serve both languages. */
export const scenes = {
  bicycles: [
    sky('#dcecf2', '#f7f3e8'),
    skyline('#b9cdd4'),
    ground({ color: '#7fae8f', y: 720 }),
    bicycle({ color: '#1f4e5f', x: 260, y: 760 }),
    bicycle({ color: '#c8553d', x: 700, y: 790 }),
    bicycle({ color: '#e3a857', x: 1130, y: 755 }),
  ].join(''),
  bridge: [
    sky('#f6e7d2', '#f9f5ec'),
    hills(['#c9d6c3', '#a8bfa5']),
    water(700),
    `<path d="M120 720 Q800 260 1480 720 L1400 720 Q800 380 200 720 Z" fill="#a4452f"/>`,
    ...[360, 500, 650, 800, 950, 1100, 1240].map(
      (x) => `<rect x="${x - 6}" y="480" width="12" height="250" fill="#a4452f" opacity=".75"/>`,
    ),
  ].join(''),
  certificate: [
    sky('#f3ead8', '#e9dcc3'),
    `<rect x="340" y="180" width="920" height="640" rx="12" fill="#fffdf7"/>`,
    `<rect x="375" y="215" width="850" height="570" rx="6" fill="none" stroke="#c19a4b" stroke-width="8"/>`,
    bars([
      [560, 330, 480],
      [480, 420, 640],
      [520, 480, 560],
      [480, 540, 640],
    ]),
    seal(1060, 670),
  ].join(''),
  classroom: [
    sky('#f2efe4', '#e8e0cb'),
    `<rect x="300" y="170" width="1000" height="400" rx="10" fill="#2f5d50"/>`,
    `<path d="M400 480 L560 300 L680 420 L800 270 L980 480 Z" fill="none" stroke="#e9f0ea" stroke-width="10" stroke-linejoin="round"/>`,
    `<circle cx="1120" cy="280" r="42" fill="#f0cf7a"/>`,
    ...[340, 620, 900, 1180].map((x) => desk(x - 60)),
  ].join(''),
  harvest: [
    sky('#fbe9c6', '#fdf6e6'),
    sun(1230, 260),
    hills(['#d9cf9c', '#b8bf7d']),
    ground({ color: '#8fa557', y: 700 }),
    ...Array.from({ length: 16 }, (_, index) => wheat(80 + index * 100)),
  ].join(''),
  lake: [
    sky('#cfe4ee', '#f4f1e6'),
    sun(380, 260),
    hills(['#8fb1b8', '#6a949d', '#4f7c86']),
    water(640),
  ].join(''),
  meeting: [
    sky('#eef1f0', '#dfe6e3'),
    `<rect x="200" y="140" width="1200" height="330" rx="8" fill="#c7d7dd"/>`,
    skyline('#a9c0c9', 470),
    `<ellipse cx="800" cy="760" rx="620" ry="150" fill="#a9794f"/>`,
    ...['#1f4e5f', '#c8553d', '#e3a857', '#5b8c6e', '#7a5c86'].map((color, index) =>
      person({ color, x: 340 + index * 230, y: 560 }),
    ),
  ].join(''),
  mountains: [
    sky('#d8e6ef', '#fbf3e4'),
    sun(1180, 300),
    hills(['#b7c9cf', '#90adb1', '#6b8f88', '#4c7565']),
  ].join(''),
  network: [sky('#f4f1ea', '#e7ecea'), network()].join(''),
  rain: [
    sky('#bfcfd8', '#e6ecec'),
    cloud(420, 250),
    cloud(980, 210),
    ...Array.from(
      { length: 26 },
      (_, index) =>
        `<line x1="${180 + index * 50}" y1="${380 + (index % 4) * 45}" x2="${160 + index * 50}" y2="${450 + (index % 4) * 45}" stroke="#7d9fb0" stroke-width="8" stroke-linecap="round"/>`,
    ),
    hills(['#7f9f8c', '#5c8271']),
  ].join(''),
}
