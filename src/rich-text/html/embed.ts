import { type BlockRenderer, element } from '@qiao/delivery'
import { isAllowedEmbed } from '../blocks/embed.ts'

/**
 * A video in the player of its host that tells least about its viewers, loaded when it comes into sight; below it a link
 * for whoever blocks frames. Of an address that leads to no single video only the link is left.
 */
export const embedToHtml: BlockRenderer = {
  html: (block) => {
    const href = block.address('url')
    const title = block.text('title')
    if (!href || !isAllowedEmbed(href)) return element('p', { children: title })
    const link = element('a', { children: title || href, href, rel: 'noopener noreferrer' })
    const src = playerOf(new URL(href))
    return src === null
      ? element('p', { children: link })
      : element('figure', {
          children: [
            element('iframe', {
              allowfullscreen: true,
              height: 360,
              loading: 'lazy',
              referrerpolicy: 'strict-origin-when-cross-origin',
              // The player is a stranger's program: it may play and open its own page, and nothing else.
              sandbox: 'allow-popups allow-presentation allow-same-origin allow-scripts',
              src,
              title,
              width: 640,
            }),
            element('figcaption', { children: link }),
          ],
          class: 'embed',
        })
  },
  text: (block) => block.text('title'),
}

/** Hosts of the players; nothing else is shown in a frame. */
export const playerHosts = [
  'player.bilibili.com',
  'player.vimeo.com',
  'player.youku.com',
  'v.qq.com',
  'www.youtube-nocookie.com',
]

/** The player of a video, by the address of its page or of the player itself; `null` when it names no video. */
const playerOf = (url: URL): null | string => {
  const [find, player] = players[url.hostname] ?? []
  const id = find?.(url)
  return id && /^[\w-]{1,64}={0,2}$/.test(id) ? (player?.(encodeURIComponent(id)) ?? null) : null
}

type Player = readonly [
  find: (url: URL) => null | string | undefined,
  player: (id: string) => string,
]

const inPath =
  (pattern: RegExp) =>
  ({ pathname }: URL) =>
    pattern.exec(pathname)?.[1]

const bilibili: Player = [
  (url) => inPath(/^\/video\/(BV\w+)/)(url) ?? url.searchParams.get('bvid'),
  (id) => `https://player.bilibili.com/player.html?bvid=${id}&autoplay=0`,
]
const tencent: Player = [
  (url) => inPath(/^\/x\/(?:page|cover\/\w+)\/(\w+)\.html$/)(url) ?? url.searchParams.get('vid'),
  (id) => `https://v.qq.com/txp/iframe/player.html?vid=${id}`,
]
const vimeo: Player = [
  inPath(/^\/(?:video\/)?(\d+)/),
  (id) => `https://player.vimeo.com/video/${id}?dnt=1`,
]
const youku: Player = [
  (url) => inPath(/^\/v_show\/id_([\w=]+)\.html$/)(url) ?? inPath(/^\/embed\/([\w=]+)/)(url),
  (id) => `https://player.youku.com/embed/${id}`,
]
const youtube: Player = [
  (url) =>
    url.hostname === 'youtu.be'
      ? inPath(/^\/([\w-]+)/)(url)
      : (inPath(/^\/(?:embed|shorts|live)\/([\w-]+)/)(url) ?? url.searchParams.get('v')),
  (id) => `https://www.youtube-nocookie.com/embed/${id}`,
]

const players: Record<string, Player | undefined> = {
  'player.bilibili.com': bilibili,
  'player.vimeo.com': vimeo,
  'player.youku.com': youku,
  'v.qq.com': tencent,
  'v.youku.com': youku,
  'vimeo.com': vimeo,
  'www.bilibili.com': bilibili,
  'www.youtube-nocookie.com': youtube,
  'www.youtube.com': youtube,
  'youtu.be': youtube,
}
