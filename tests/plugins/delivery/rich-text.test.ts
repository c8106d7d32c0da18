import { renderRichText } from '@qiao/delivery'
import { describe, expect, it } from 'vitest'
import { richTextToHtml } from '../../../src/rich-text/to-html.ts'
import { block, element, link, picture, text, textOf } from './rich-text-parts.ts'

const render = (...children: unknown[]) =>
  renderRichText({
    ...richTextToHtml,
    locale: 'en',
    resolveLink: async ({ id }) =>
      id === 'published' ? 'https://example.org/news/published' : null,
    resolveUpload: async ({ id }) => (id === 'picture' ? picture : null),
    value: { root: { children, type: 'root' } },
  })

describe('a rich text as HTML and text', () => {
  it('keeps paragraphs, headings, quotations, rules and what is set apart in a line', async () => {
    const { html, text: words } = await render(
      element('heading', { children: [text('Aims')], tag: 'h3' }),
      element('paragraph', {
        children: [text('Clean ', 0), text('water', 3), text(' & <air>'), text('2', 64)],
      }),
      element('paragraph', { children: [] }),
      element('quote', { children: [text('Said so'), { type: 'linebreak' }, text('twice')] }),
      { type: 'horizontalrule' },
    )
    expect(html).toBe(
      '<h3>Aims</h3><p>Clean <strong><em>water</em></strong> &amp; &lt;air&gt;<sup>2</sup></p>' +
        '<blockquote>Said so<br />twice</blockquote><hr />',
    )
    expect(words).toBe('Aims\n\nClean water & <air>2\n\nSaid so\ntwice')
  })

  it('writes lists of every kind, nested ones too', async () => {
    const { html, text: words } = await render(
      element('list', {
        children: [
          element('listitem', { children: [text('one')] }),
          element('listitem', {
            children: [
              element('list', { children: [element('listitem', { children: [text('deeper')] })] }),
            ],
          }),
        ],
        listType: 'number',
        start: 3,
      }),
      element('list', {
        children: [element('listitem', { checked: true, children: [text('done')] })],
        listType: 'check',
      }),
    )
    expect(html).toBe(
      '<ol start="3"><li>one</li><li><ul><li>deeper</li></ul></li></ol><ul><li data-checked="true">done</li></ul>',
    )
    expect(words).toBe('3. one\n  - deeper\n\n- done')
  })

  it('leads to published documents and to addresses that are safe, and else keeps the words', async () => {
    const { html, text: words } = await render(
      element('paragraph', {
        children: [
          link(
            { doc: { relationTo: 'news-briefs', value: 'published' }, linkType: 'internal' },
            'brief',
          ),
          link(
            {
              doc: { relationTo: 'news-briefs', value: { id: 'published', title: 'x' } },
              linkType: 'internal',
            },
            'again',
          ),
          link(
            { doc: { relationTo: 'news-briefs', value: 'a-draft' }, linkType: 'internal' },
            'draft',
          ),
          link({ url: 'mailto:office@example.org' }, 'mail'),
          link({ newTab: true, url: 'https://example.org/?a=1&b="2"' }, 'site'),
          link({ url: 'java\nscript:alert(1)' }, 'bad'),
          link({ url: 'data:text/html,x' }, 'data'),
          link({ url: '//evil.example' }, 'bare'),
        ],
      }),
    )
    expect(html).toBe(
      '<p><a href="https://example.org/news/published">brief</a><a href="https://example.org/news/published">again</a>draft' +
        '<a href="mailto:office@example.org" rel="noopener noreferrer">mail</a>' +
        '<a href="https://example.org/?a=1&amp;b=%222%22" rel="noopener noreferrer">site</a>baddatabare</p>',
    )
    expect(words).toBe('briefagaindraftmailsitebaddatabare')
  })
})

describe('the blocks of the editor', () => {
  it('are shown with what readers need of them', async () => {
    expect(await render(block('image', { image: 'picture', caption: 'At the lake' })))
      .toMatchInlineSnapshot(`
        {
          "html": "<figure><img alt="A lake &amp; &quot;reeds&quot;" decoding="async" height="1200" loading="lazy" sizes="(max-width: 1600px) 100vw, 1600px" src="https://example.org/lake.jpg" srcset="https://example.org/lake-640x480.jpg 640w, https://example.org/lake-1200x900.jpg 1200w, https://example.org/lake.jpg 1600w" width="1600" /><figcaption>At the lake <small>Li Na</small></figcaption></figure>",
          "text": "At the lake",
        }
      `)
    expect(
      await render(
        block('gallery', {
          images: [{ image: 'picture' }, { image: 'hidden', caption: 'Secret' }],
        }),
      ),
    ).toMatchInlineSnapshot(`
      {
        "html": "<div class="gallery"><figure><img alt="A lake &amp; &quot;reeds&quot;" decoding="async" height="1200" loading="lazy" sizes="(max-width: 1600px) 100vw, 1600px" src="https://example.org/lake.jpg" srcset="https://example.org/lake-640x480.jpg 640w, https://example.org/lake-1200x900.jpg 1200w, https://example.org/lake.jpg 1600w" width="1600" /><figcaption>The lake <small>Li Na</small></figcaption></figure></div>",
        "text": "The lake",
      }
    `)
    expect(
      await render(block('quote', { person: 'Li Na', position: 'teacher', text: 'One\n\nTwo' })),
    ).toMatchInlineSnapshot(`
      {
        "html": "<figure class="quote"><blockquote><p>One</p><p>Two</p></blockquote><figcaption><cite>Li Na</cite>, teacher</figcaption></figure>",
        "text": "One

      Two
      — Li Na, teacher",
      }
    `)
    expect(
      await render(
        block('figures', {
          figures: [
            {
              asOf: '2021-12-31T12:00:00.000Z',
              metric: 'Members',
              source: 'Report',
              unit: 'people',
              value: 12345,
            },
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      {
        "html": "<dl class="figures"><div><dt>Members</dt><dd><data value="12345">12,345</data> people</dd><dd><small>as of <time datetime="2021-12-31">December 31, 2021</time>; source: Report</small></dd></div></dl>",
        "text": "Members: 12,345 people (as of December 31, 2021; source: Report)",
      }
    `)
    expect(
      await render(
        block('callToAction', { label: 'Donate', text: 'Help', url: 'https://example.org/give' }),
      ),
    ).toMatchInlineSnapshot(`
      {
        "html": "<div class="call-to-action"><p>Help</p><p><a href="https://example.org/give" rel="noopener noreferrer">Donate</a></p></div>",
        "text": "Help
      Donate",
      }
    `)
    expect(
      await render(
        block('table', {
          caption: 'Years',
          hasHeader: true,
          rows: [
            { cells: [{ text: 'Year' }, { text: 'Trees' }] },
            { cells: [{ text: '2019' }, { text: '7' }] },
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      {
        "html": "<table><caption>Years</caption><thead><tr><th scope="col">Year</th><th scope="col">Trees</th></tr></thead><tbody><tr><td>2019</td><td>7</td></tr></tbody></table>",
        "text": "Years
      Year | Trees
      2019 | 7",
      }
    `)
    expect(await render(block('questionAndAnswer', { answer: 'Because\nso', question: 'Why?' })))
      .toMatchInlineSnapshot(`
      {
        "html": "<dl class="question-and-answer"><dt>Why?</dt><dd><p>Because<br />so</p></dd></dl>",
        "text": "Why?
      Because
      so",
      }
    `)
    expect(
      await render(
        block('embed', { title: 'A film', url: 'https://www.youtube.com/watch?v=abc_DEF-123' }),
      ),
    ).toMatchInlineSnapshot(`
      {
        "html": "<figure class="embed"><iframe allowfullscreen height="360" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="allow-popups allow-presentation allow-same-origin allow-scripts" src="https://www.youtube-nocookie.com/embed/abc_DEF-123" title="A film" width="640"></iframe><figcaption><a href="https://www.youtube.com/watch?v=abc_DEF-123" rel="noopener noreferrer">A film</a></figcaption></figure>",
        "text": "A film",
      }
    `)
  })

  it('show a video in a frame only from the players that are allowed', async () => {
    const frameOf = async (url: string) =>
      /<iframe[^>]* src="([^"]*)"/.exec(
        (await render(block('embed', { title: 'T', url }))).html,
      )?.[1]
    expect(await frameOf('https://www.bilibili.com/video/BV1xx411c7mD?p=2')).toBe(
      'https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&amp;autoplay=0',
    )
    expect(await frameOf('https://v.qq.com/x/page/a0123.html')).toBe(
      'https://v.qq.com/txp/iframe/player.html?vid=a0123',
    )
    expect(await frameOf('https://v.youku.com/v_show/id_XNDg2.html')).toBe(
      'https://player.youku.com/embed/XNDg2',
    )
    expect(await frameOf('https://vimeo.com/76979871')).toBe(
      'https://player.vimeo.com/video/76979871?dnt=1',
    )
    expect(await frameOf('https://youtu.be/abc')).toBe('https://www.youtube-nocookie.com/embed/abc')
    for (const url of [
      'https://evil.example/video/1',
      'http://youtu.be/abc',
      'https://user@youtu.be/abc',
      'https://www.youtube.com/watch?v="><script>',
      'javascript:alert(1)',
    ]) {
      expect(await frameOf(url), url).toBeUndefined()
    }
  })

  it('speak the language of the text', async () => {
    const { html, text: words } = await renderRichText({
      ...richTextToHtml,
      locale: 'zh',
      resolveLink: async () => null,
      resolveUpload: async () => null,
      value: textOf(
        element('paragraph', { children: [text('我们'), text('种树', 1), text('。')] }),
        block('figures', {
          figures: [
            {
              asOf: '2021-12-31T12:00:00.000Z',
              metric: '会员',
              source: '年报',
              unit: '家',
              value: 155,
            },
          ],
        }),
      ),
    })
    expect(html).toContain('截至<time datetime="2021-12-31">2021年12月31日</time>；来源：年报')
    expect(words).toBe('我们种树。\n\n会员：155家（截至2021年12月31日；来源：年报）')
  })
})
