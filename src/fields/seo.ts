import { MetaDescriptionField, MetaImageField, MetaTitleField } from '@payloadcms/plugin-seo/fields'
import type { GroupField } from 'payload'

/** What search engines and shared links show. Empty fields fall back to title, summary and cover of the document. */
export const seoField = (): GroupField => ({
  name: 'seo',
  type: 'group',
  label: { en: 'Search and sharing', zh: '搜索与分享' },
  fields: [
    MetaTitleField({
      overrides: { label: { en: 'Title for search results', zh: '搜索结果标题' }, localized: true },
    }),
    MetaDescriptionField({
      overrides: {
        label: { en: 'Description for search results', zh: '搜索结果描述' },
        localized: true,
      },
    }),
    MetaImageField({
      relationTo: 'media',
      overrides: {
        label: { en: 'Image for sharing', zh: '分享图片' },
        localized: true,
        // Overrides replace the whole of `admin`, so the plugin's component is named again.
        admin: {
          components: {
            Field: {
              clientProps: { hasGenerateImageFn: false },
              path: '@payloadcms/plugin-seo/client#MetaImageComponent',
            },
          },
          description: {
            en: 'Shown beside shared links; 1200 × 630 pixels suit most networks.',
            zh: '分享链接时显示；建议尺寸 1200 × 630 像素。',
          },
        },
      },
    }),
  ],
})
