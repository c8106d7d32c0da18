import type { Field } from 'payload'
import { roleLabels, roles } from '../../src/access/roles.ts'
import { adminsOnly } from './access.ts'

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
    access: { create: adminsOnly, update: adminsOnly },
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
    access: { create: adminsOnly, update: adminsOnly },
    admin: {
      condition: (data: { roles?: string[] }) => Boolean(data.roles?.includes('translator')),
      description: {
        en: 'The languages this translator may write.',
        zh: '该译者可以编辑的语言。',
      },
    },
  },
]
