import type { Block } from 'payload'
import { isWebAddress } from '../../fields/url.ts'
import { inUsersLanguage } from '../../localization.ts'

/** Hosts whose players may appear on the website; everything else would run a stranger's code on it. */
export const embedHosts = [
  'player.bilibili.com',
  'www.bilibili.com',
  'v.qq.com',
  'v.youku.com',
  'player.youku.com',
  'www.youtube.com',
  'www.youtube-nocookie.com',
  'youtu.be',
  'vimeo.com',
  'player.vimeo.com',
]

export const embedBlock: Block = {
  slug: 'embed',
  interfaceName: 'EmbedBlock',
  admin: { disableBlockName: true },
  labels: {
    singular: { en: 'Video', zh: '视频' },
    plural: { en: 'Videos', zh: '视频' },
  },
  fields: [
    {
      name: 'url',
      type: 'text',
      label: { en: 'Address of the video', zh: '视频地址' },
      localized: false,
      required: true,
      admin: {
        description: {
          en: 'Bilibili, Tencent Video, Youku, YouTube or Vimeo.',
          zh: '支持哔哩哔哩、腾讯视频、优酷、YouTube 和 Vimeo。',
        },
        placeholder: 'https://www.bilibili.com/video/…',
      },
      validate: (
        value: null | string | undefined,
        { req }: { req: Parameters<typeof inUsersLanguage>[0]['req'] },
      ) => {
        if (value && isAllowedEmbed(value)) return true
        return inUsersLanguage({
          message: {
            en: `“${value ?? ''}” cannot be embedded. Use a https:// address of one of: ${embedHosts.join(', ')}.`,
            zh: `无法嵌入“${value ?? ''}”，请使用以下网站的 https:// 地址：${embedHosts.join('、')}。`,
          },
          req,
        })
      },
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', zh: '标题' },
      localized: false,
      required: true,
      admin: {
        description: {
          en: 'Read aloud to people who cannot see the video.',
          zh: '供读屏软件朗读，方便视障读者了解视频内容。',
        },
      },
    },
  ],
}

export const isAllowedEmbed = (value: string): boolean => {
  if (!isWebAddress(value)) return false
  const { hostname, port, protocol, username } = new URL(value)
  return protocol === 'https:' && !port && !username && embedHosts.includes(hostname)
}
