import type { Bilingual } from '../localization.ts'

/** What a person may be; the order is the order in the admin UI. */
export const roles = ['admin', 'editor', 'translator', 'viewer'] as const

export type Role = (typeof roles)[number]

export const roleLabels: Record<Role, Bilingual> = {
  admin: { en: 'Administrator', zh: '管理员' },
  editor: { en: 'Editor', zh: '编辑' },
  translator: { en: 'Translator', zh: '译者' },
  viewer: { en: 'Viewer', zh: '访客（只读）' },
}
