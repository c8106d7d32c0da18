import type { Field } from 'payload'
import { roleLabels, roles } from '../../src/access/roles.ts'
import { mayReadSecrets, maySetRights } from './access.ts'

export const userFields: Field[] = [
  {
    name: 'name',
    type: 'text',
    label: { en: 'Name', zh: '姓名' },
    localized: false,
    required: true,
  },
  {
    name: 'roles',
    type: 'select',
    hasMany: true,
    label: { en: 'Roles', zh: '角色' },
    localized: false,
    defaultValue: ['viewer'],
    options: roles.map((value) => ({ label: roleLabels[value], value })),
    required: true,
    saveToJWT: true,
    access: { create: maySetRights, update: maySetRights },
  },
  {
    name: 'locales',
    type: 'select',
    // Left to itself the table would be `users_locales`, a name the database keeps for localized texts.
    dbName: 'users_languages',
    hasMany: true,
    label: { en: 'Languages to translate into', zh: '负责翻译的语言' },
    localized: false,
    options: [
      { label: { en: 'English', zh: '英文' }, value: 'en' },
      { label: { en: 'Chinese', zh: '中文' }, value: 'zh' },
    ],
    saveToJWT: true,
    access: { create: maySetRights, update: maySetRights },
    admin: {
      condition: (data: { roles?: string[] }) => Boolean(data.roles?.includes('translator')),
      description: {
        en: 'The languages this translator may write.',
        zh: '该译者可以编辑的语言。',
      },
    },
  },
  {
    name: 'endSessions',
    type: 'ui',
    admin: {
      components: { Field: '/components/end-sessions.tsx#EndSessions' },
      position: 'sidebar',
    },
  },
  ...secrets(),
]

/** Payload's own fields for signing in, which it hides; here nobody can ask about them either. `hash` and `salt` it keeps to itself. */
function secrets(): Field[] {
  const access = { create: () => false, read: mayReadSecrets, update: () => false }
  const dates = ['lockUntil', 'resetPasswordExpiration', 'resetPasswordRequestedAt'] as const
  return [
    { name: 'resetPasswordToken', type: 'text', access, hidden: true, localized: false },
    ...dates.map((name): Field => ({ name, type: 'date', access, hidden: true })),
    { name: 'loginAttempts', type: 'number', access, hidden: true },
    {
      name: 'sessions',
      type: 'array',
      access,
      // Hidden, it would be hidden from Payload's own check of a session too.
      custom: { isSecret: true },
      fields: [],
      label: { en: 'Sessions', zh: '登录会话' },
      labels: {
        singular: { en: 'Session', zh: '登录会话' },
        plural: { en: 'Sessions', zh: '登录会话' },
      },
    },
  ]
}
