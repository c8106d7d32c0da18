import { MetaDescriptionField, MetaImageField, MetaTitleField } from '@payloadcms/plugin-seo/fields'
import type { GroupField } from 'payload'

/**
 * What search engines and shared links show. Empty fields fall back to title, summary and cover of the document.
 * `admin` leaves out the components of the official plugin: they count in English letters, and call empty what may
 * stay empty in red.
 */
export const seoField = (): GroupField => ({
  name: 'seo',
  type: 'group',
  label: { en: 'Search and sharing', zh: '搜索与分享' },
  fields: [
    MetaTitleField({
      overrides: {
        label: { en: 'Title for search results', zh: '搜索结果标题' },
        localized: true,
        admin: {
          description: {
            en: 'Left empty, the title of the document. Search engines show about 60 characters.',
            zh: '留空则使用文档标题。搜索引擎大约显示 30 个汉字。',
          },
        },
      },
    }),
    MetaDescriptionField({
      overrides: {
        label: { en: 'Description for search results', zh: '搜索结果描述' },
        localized: true,
        admin: {
          description: {
            en: 'Left empty, the summary. Search engines show about 150 characters.',
            zh: '留空则使用摘要。搜索引擎大约显示 80 个汉字。',
          },
        },
      },
    }),
    MetaImageField({
      relationTo: 'media',
      overrides: {
        label: { en: 'Image for sharing', zh: '分享图片' },
        localized: true,
        admin: {
          description: {
            en: 'Left empty, the cover. Shown beside shared links; 1200 × 630 pixels suit most networks.',
            zh: '留空则使用封面图片。分享链接时显示；建议尺寸 1200 × 630 像素。',
          },
        },
      },
    }),
  ],
})
