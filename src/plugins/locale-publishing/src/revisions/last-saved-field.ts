import type { Field } from 'payload'

import { readsDrafts } from '../reads-drafts.ts'

/**
 * `lastSaved.revision` names the state of the document a client has read; sent back with a write, or as `If-Match`, it
 * tells whether somebody else saved meanwhile. `by` and `locale` tell who, and in which language.
 */
export const lastSavedField = (collection: string): Field => ({
  name: 'lastSaved',
  access: {
    create: () => false,
    read: ({ req }) => readsDrafts({ collection, req }),
    update: () => false,
  },
  admin: { disableBulkEdit: true, disableListColumn: true, disableListFilter: true, hidden: true },
  fields: [
    {
      name: 'revision',
      admin: { hidden: true },
      label: { en: 'Revision', zh: '修订号' },
      localized: false,
      type: 'text',
    },
    {
      name: 'by',
      admin: { hidden: true },
      label: { en: 'Saved by', zh: '保存者' },
      localized: false,
      type: 'text',
    },
    {
      name: 'locale',
      admin: { hidden: true },
      label: { en: 'Saved in', zh: '保存时的语言' },
      localized: false,
      type: 'text',
    },
  ],
  label: { en: 'Last saved', zh: '上次保存' },
  localized: false,
  type: 'group',
})
