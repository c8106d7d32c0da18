import type { LocaleState } from './locale-states.ts'

/** What people are told of a state, in the languages of the admin UI. */
export const localeStateLabels: Record<LocaleState, { en: string; zh: string }> = {
  'not-started': { en: 'Not started', zh: '未开始' },
  draft: { en: 'Draft', zh: '草稿' },
  published: { en: 'Published', zh: '已发布' },
  scheduled: { en: 'Scheduled', zh: '定时发布' },
  changed: { en: 'Changed since published', zh: '发布后有改动' },
}
