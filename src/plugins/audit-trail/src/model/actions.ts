/** What the trail tells of, with the words its readers see. */
export const auditActions = {
  changed: { en: 'Changed', zh: '修改' },
  created: { en: 'Created', zh: '新建' },
  deleted: { en: 'Deleted for good', zh: '永久删除' },
  'key-created': { en: 'API key created', zh: '创建 API 密钥' },
  'key-revoked': { en: 'API key revoked', zh: '吊销 API 密钥' },
  published: { en: 'Published', zh: '发布' },
  restored: { en: 'Restored from trash', zh: '从垃圾箱恢复' },
  reverted: { en: 'Reverted', zh: '还原' },
  'roles-changed': { en: 'Roles changed', zh: '变更角色' },
  'sign-in-failed': { en: 'Sign-in failed', zh: '登录失败' },
  'signed-in': { en: 'Signed in', zh: '登录' },
  'signed-out': { en: 'Signed out', zh: '退出登录' },
  submitted: { en: 'Submitted for review', zh: '提交审核' },
  trashed: { en: 'Moved to trash', zh: '移入垃圾箱' },
  unpublished: { en: 'Unpublished', zh: '撤下' },
} as const

export type AuditAction = keyof typeof auditActions
