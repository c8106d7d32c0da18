import fc from 'fast-check'

import { richTextToHtml } from '../../../src/rich-text/to-html.ts'

/** Texts that break out of where they stand. */
const words = fc.oneof(
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '<!--',
    '<![CDATA[',
    '&lt;script&gt;',
    '&#106;avascript:',
    'javascript:alert(1)',
    'https://youtu.be/"onload=x',
    'https://example.org/?a="<b>',
    'https://www.bilibili.com/video/BV1?x=javascript:',
    'https://v.qq.com/x/page/a.html',
    '\u0000\uD800',
    '2021-12-31T12:00:00.000Z',
  ),
  fc.string({ unit: 'binary' }),
)

const anything = fc.oneof({ arbitrary: words, weight: 3 }, fc.jsonValue(), fc.constant(undefined))

const rows = (name: string, ...cells: string[]) =>
  fc.oneof(
    anything,
    fc.array(fc.record(Object.fromEntries([...cells, name].map((cell) => [cell, anything])))),
  )

const fields = fc.record(
  {
    answer: anything,
    asOf: anything,
    blockType: fc.oneof(
      fc.constantFrom(...Object.keys(richTextToHtml.blocks), '__proto__', 'constructor'),
      anything,
    ),
    caption: anything,
    doc: fc.oneof(anything, fc.record({ relationTo: anything, value: anything })),
    figures: rows('value', 'asOf', 'metric', 'source', 'unit'),
    hasHeader: fc.oneof(fc.boolean(), anything),
    image: anything,
    images: rows('image', 'caption'),
    label: anything,
    linkType: fc.oneof(fc.constantFrom('internal', 'custom'), anything),
    person: anything,
    position: anything,
    question: anything,
    rows: fc.oneof(anything, fc.array(fc.record({ cells: rows('text') }))),
    text: anything,
    title: anything,
    url: anything,
  },
  { requiredKeys: ['blockType'] },
)

const types = [
  ...['autolink', 'block', 'heading', 'horizontalrule', 'inlineBlock', 'linebreak', 'link', 'list'],
  ...['listitem', 'paragraph', 'quote', 'root', 'script', 'tab', 'table', 'tablecell', 'tablerow'],
  ...['text', 'upload', '__proto__', 'hasOwnProperty'],
]

const { node: hostileNode } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anything,
    fc.record(
      {
        checked: anything,
        children: fc.oneof(
          { arbitrary: fc.array(tie('node'), { maxLength: 4 }), weight: 5 },
          anything,
        ),
        colSpan: anything,
        fields: fc.oneof({ arbitrary: fields, weight: 4 }, anything),
        format: fc.oneof(fc.nat(), anything),
        headerState: fc.oneof(fc.nat(4), anything),
        listType: fc.oneof(fc.constantFrom('bullet', 'check', 'number'), anything),
        relationTo: anything,
        start: fc.oneof(fc.integer(), anything),
        tag: fc.oneof(fc.constantFrom('h1', 'h6', 'script', 'ol'), anything),
        text: anything,
        type: fc.oneof({ arbitrary: fc.constantFrom(...types), weight: 9 }, anything),
        value: anything,
      },
      { requiredKeys: ['type', 'children', 'fields', 'text'] },
    ),
  ),
}))

/** Nodes of any type, whose fields hold anything. */
export const hostileNodes = fc.array(hostileNode, { maxLength: 5 })
