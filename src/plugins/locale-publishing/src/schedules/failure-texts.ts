import type { I18n } from '@payloadcms/translations'
import type { SanitizedCollectionConfig } from 'payload'

import { labelOfPath } from '../revisions/label-of-path.ts'

type Text = { en: string; zh: string }

type Failure = {
  data?: { errors?: { label?: string; message: string; path: string }[] }
  message: string
  status?: number
}

/** Whether it may be another time: an error of the server, not one of the document or the person. */
export const isTemporary = (error: unknown): boolean => {
  const { status = 500 } = error as Failure
  return status >= 500
}

/** Why a schedule failed, for the person who set it. */
export const reasonOf = ({
  collection,
  error,
  i18n,
}: {
  collection: SanitizedCollectionConfig
  error: unknown
  i18n: I18n
}): string => {
  const { data, message, status = 500 } = error as Failure
  const say = ({ en, zh }: Text) => (i18n.language.startsWith('zh') ? zh : en)
  if (status >= 500) return say(texts.server)
  if (status === 403) return say(texts.forbidden)
  if (status === 404) return say(texts.gone)
  if (!data?.errors?.length) return message
  const fields = collection.flattenedFields
  return data.errors
    .map(({ label, path, ...each }) => {
      const name = label ?? labelOfPath({ fields, path, req: { i18n } })
      return `${name}: ${each.message}`
    })
    .join('\n')
}

const texts = {
  forbidden: {
    en: 'The person who scheduled it has no account any more, or may no longer publish.',
    zh: '安排此任务的用户已不存在，或已无发布权限。',
  },
  gone: { en: 'The document was deleted.', zh: '该文档已被删除。' },
  server: {
    en: 'The server met an error each time it tried. The log of the server says more.',
    zh: '服务器多次尝试均出错，详情请查看服务器日志。',
  },
} satisfies Record<string, Text>
