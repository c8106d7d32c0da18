import type { ArrayField } from 'payload'
import { hideInternalContacts } from '../hooks/hide-internal-contacts.ts'

/** People to write to. Rows with visibility `internal` leave the server only for signed-in staff. */
export const contactsField = (): ArrayField => ({
  name: 'contacts',
  type: 'array',
  label: { en: 'Contacts', zh: '联系人' },
  labels: {
    singular: { en: 'Contact', zh: '联系人' },
    plural: { en: 'Contacts', zh: '联系人' },
  },
  admin: { initCollapsed: true },
  // A reader who could filter by an internal address could guess it letter by letter.
  custom: { publicQuery: false },
  hooks: { afterRead: [hideInternalContacts] },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          label: { en: 'Name', zh: '姓名' },
          localized: true,
          required: true,
          admin: { width: '50%' },
        },
        {
          name: 'position',
          type: 'text',
          label: { en: 'Position', zh: '职务' },
          localized: true,
          admin: { width: '50%' },
        },
      ],
    },
    {
      name: 'biography',
      type: 'textarea',
      label: { en: 'Biography', zh: '简介' },
      localized: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'email',
          type: 'email',
          label: { en: 'Email', zh: '电子邮箱' },
          localized: false,
          admin: { width: '50%' },
        },
        {
          name: 'phone',
          type: 'text',
          label: { en: 'Phone', zh: '电话' },
          localized: false,
          admin: { placeholder: '+86 10 …', width: '50%' },
        },
      ],
    },
    {
      name: 'address',
      type: 'textarea',
      label: { en: 'Address', zh: '地址' },
      localized: true,
    },
    {
      name: 'visibility',
      type: 'select',
      label: { en: 'Who may see this contact', zh: '可见范围' },
      localized: false,
      required: true,
      defaultValue: 'internal',
      options: [
        { label: { en: 'Everyone', zh: '公开' }, value: 'public' },
        { label: { en: 'Staff only', zh: '仅内部人员' }, value: 'internal' },
      ],
      admin: { isClearable: false },
    },
  ],
})
