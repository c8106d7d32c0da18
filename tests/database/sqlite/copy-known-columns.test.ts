import { expect, it } from 'vitest'

import { copyKnownColumns } from '../../../src/database/sqlite/copy-known-columns.ts'

it('copies the columns that the old table has into a table made anew', () => {
  const before = { tables: { locks: { columns: { id: {}, topics_id: {}, users_id: {} } } } }
  const statements = [
    'INSERT INTO `__new_locks`("id", "topics_id", "api_keys_id") SELECT "id", "topics_id", "api_keys_id" FROM `locks`;',
    'DROP TABLE `locks`;',
  ]
  expect(copyKnownColumns({ before, statements })).toEqual([
    'INSERT INTO `__new_locks`("id", "topics_id") SELECT "id", "topics_id" FROM `locks`;',
    'DROP TABLE `locks`;',
  ])
})
