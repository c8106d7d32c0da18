import { renderRichText } from '@qiao/delivery'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'

import { playerHosts } from '../../../src/rich-text/html/embed.ts'
import { richTextToHtml } from '../../../src/rich-text/to-html.ts'
import { hostileNodes } from './hostile-nodes.ts'
import { block, element, link, picture, text } from './rich-text-parts.ts'

const render = (value: unknown) =>
  renderRichText({
    ...richTextToHtml,
    locale: 'zh',
    resolveLink: async ({ id }) => `https://example.org/${Buffer.from(id).toString('hex')}`,
    resolveUpload: async () => picture,
    value,
  })

const inRoot = (...children: unknown[]) => render({ root: { children, type: 'root' } })

/** Written by hand, not read from the code: what a website is promised. */
const allowed: Record<string, string[]> = {
  a: ['href', 'rel'],
  blockquote: [],
  br: [],
  caption: [],
  cite: [],
  code: [],
  data: ['value'],
  dd: [],
  div: ['class'],
  dl: ['class'],
  dt: [],
  em: [],
  figcaption: [],
  figure: ['class'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  iframe: [
    ...[
      'allowfullscreen',
      'height',
      'loading',
      'referrerpolicy',
      'sandbox',
      'src',
      'title',
      'width',
    ],
  ],
  img: ['alt', 'decoding', 'height', 'loading', 'sizes', 'src', 'srcset', 'width'],
  li: ['data-checked'],
  mark: [],
  ol: ['start'],
  p: [],
  s: [],
  small: [],
  strong: [],
  sub: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  thead: [],
  time: ['datetime'],
  tr: [],
  u: [],
  ul: [],
}

const classes = ['call-to-action', 'embed', 'figures', 'gallery', 'question-and-answer', 'quote']

/** What a page must not be given. */
const faultsOf = (html: string): string[] => {
  const faults: string[] = []
  const open: string[] = []
  const parser = new Parser({
    oncomment: () => faults.push('a comment'),
    onclosetag: () => open.pop(),
    onopentag: (name, attributes) => {
      open.push(name)
      if (!Object.hasOwn(allowed, name)) faults.push(`<${name}>`)
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!allowed[name]?.includes(attribute)) faults.push(`<${name} ${attribute}>`)
        if (attribute === 'class' && !classes.includes(value)) faults.push(`class ${value}`)
        if (attribute === 'href' && !/^(https?:\/\/|mailto:|tel:)/.test(value))
          faults.push(`href ${value}`)
        if (attribute === 'src' && name === 'img' && !/^https?:\/\//.test(value))
          faults.push(`src ${value}`)
        if (
          attribute === 'src' &&
          name === 'iframe' &&
          !playerHosts.includes(new URL(value).host)
        ) {
          faults.push(`a frame of ${value}`)
        }
      }
    },
    onprocessinginstruction: () => faults.push('an instruction'),
  })
  parser.end(html)
  if (open.length > 0) faults.push(`open: ${open.join()}`)
  if (/[\u0000-\u0008\p{Surrogate}]/u.test(html)) faults.push('characters that are none')
  return faults
}

describe('a hostile rich text', () => {
  it.each([
    null,
    undefined,
    0,
    'text',
    [],
    {},
    { root: null },
    { root: [] },
    { root: { children: 'x' } },
    { root: { children: [null, 1, 'x', [], [[]], { type: 5 }] } },
  ])('that is none is empty: %j', async (value) => {
    expect(await render(value)).toEqual({ html: '', text: '' })
  })

  it('runs nothing', async () => {
    const words = '</p><script>alert(1)</script><img src=x onerror=alert(1)>'
    const { html, text: plain } = await inRoot(
      element('paragraph', {
        children: [text(words), text('x', '1"><script>')],
        onclick: 'alert(1)',
      }),
      element('heading', { children: [text(words)], tag: 'h1 onclick=alert(1)' }),
      element('heading', { children: [text(words)], tag: 'script' }),
      block('table', { caption: words, rows: [{ cells: [{ text: words }] }] }),
      block('quote', { person: words, text: words }),
      block('embed', { title: `"${words}`, url: 'https://youtu.be/abc"onload="alert(1)' }),
      block('callToAction', { label: words, url: 'javascript:alert(1)' }),
      block('image', { caption: words, image: words }),
    )
    expect(faultsOf(html)).toEqual([])
    expect(plain).toContain(words)
  })

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '//evil.example',
    '/\\evil.example',
    '#',
    '',
    {},
    null,
    ['https://example.org'],
  ])('leads nowhere with %j', async (url) => {
    const { html, text: plain } = await inRoot(
      element('paragraph', { children: [link({ url }, 'words')] }),
    )
    expect(html).toBe('<p>words</p>')
    expect(plain).toBe('words')
  })

  it('keeps the words of what it does not know, and calls nothing by its name', async () => {
    const { html, text: plain } = await inRoot(
      { children: [text('kept')], type: 'marquee' },
      { children: [element('paragraph', { children: [text('inside')] })], type: '__proto__' },
      { text: 'own', type: 'constructor' },
      block('toString', { text: 'gone' }),
      block('__proto__', {}),
    )
    expect(html).toBe('<p>kept</p><p>inside</p><p>own</p>')
    expect(plain).toBe('kept\n\ninside\n\nown')
  })

  it('may be 10,000 deep: the words stay', async () => {
    for (const type of ['paragraph', 'list', 'listitem', 'link', 'quote', 'unknown']) {
      let node: unknown = text('deep')
      for (let depth = 0; depth < 10_000; depth += 1) node = { children: [node], fields: {}, type }
      const { html, text: plain } = await inRoot(node)
      expect(html).toContain('deep')
      expect(faultsOf(html)).toEqual([])
      expect(plain).toContain('deep')
    }
  })

  it('may go round in circles', async () => {
    const node: { children: unknown[]; type: string } = { children: [text('once')], type: 'quote' }
    node.children.push(node, node)
    expect(await inRoot(node)).toEqual({ html: '<blockquote>once</blockquote>', text: 'once' })
  })

  it('may hold characters that are none', async () => {
    const { html, text: plain } = await inRoot(
      element('paragraph', { children: [text('a\u0000b\uD800c\uDFFFd\u001B')] }),
    )
    expect(html).toBe('<p>ab\uFFFDc\uFFFDd</p>')
    expect(plain).toBe('ab\uFFFDc\uFFFDd')
  })

  it('may be as long as an upload', async () => {
    const long = `${' '.repeat(500_000)}x${'<&'.repeat(50_000)}\n${'\n'.repeat(100_000)}y`
    const started = performance.now()
    const { html, text: plain } = await inRoot(
      element('paragraph', { children: [text(long)] }),
      block('questionAndAnswer', { answer: long, question: long }),
    )
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(faultsOf(html)).toEqual([])
    expect(plain.length).toBeGreaterThan(500_000)
  })

  it('asks once for what is linked a thousand times', async () => {
    const asked: string[] = []
    const value = {
      root: {
        children: Array.from({ length: 1000 }, (_, index) =>
          element('paragraph', {
            children: [
              link(
                { doc: { relationTo: 'x', value: String(index % 3) }, linkType: 'internal' },
                'w',
              ),
            ],
          }),
        ),
      },
    }
    await renderRichText({
      locale: 'en',
      resolveLink: async ({ id }) => {
        asked.push(id)
        return null
      },
      resolveUpload: async () => null,
      value,
    })
    expect(asked).toEqual(['0', '1', '2'])
  })

  it('whatever it is, gives allowed elements, attributes and addresses only', async () => {
    await fc.assert(
      fc.asyncProperty(hostileNodes, async (children) => {
        const { html, text: plain } = await inRoot(...children)
        expect(faultsOf(html)).toEqual([])
        expect(typeof plain).toBe('string')
      }),
      { numRuns: 500 },
    )
  })
})
