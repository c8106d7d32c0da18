import type { DatabaseMigration } from '../../run-migrations.ts'

import * as migration_20261122_230240_initial from './20261122_230240_initial.ts'
import * as migration_20261123_030349_list_orders from './20261123_030349_list_orders.ts'
import * as migration_20261124_001629_locale_states from './20261124_001629_locale_states.ts'
import * as migration_20261125_005713_files_reviews_trash from './20261125_005713_files_reviews_trash.ts'
import * as migration_20261125_091605_public_documents from './20261125_091605_public_documents.ts'
import * as migration_20261125_092528_webhooks from './20261125_092528_webhooks.ts'

/** Written by `npm run migrate:create`; the oldest first. */
export const migrations: DatabaseMigration[] = [
  { down: migration_20261122_230240_initial.down, name: '20261122_230240_initial', up: migration_20261122_230240_initial.up },
  { down: migration_20261123_030349_list_orders.down, name: '20261123_030349_list_orders', up: migration_20261123_030349_list_orders.up },
  { down: migration_20261124_001629_locale_states.down, name: '20261124_001629_locale_states', up: migration_20261124_001629_locale_states.up },
  { down: migration_20261125_005713_files_reviews_trash.down, name: '20261125_005713_files_reviews_trash', up: migration_20261125_005713_files_reviews_trash.up },
  { down: migration_20261125_091605_public_documents.down, name: '20261125_091605_public_documents', up: migration_20261125_091605_public_documents.up },
  { down: migration_20261125_092528_webhooks.down, name: '20261125_092528_webhooks', up: migration_20261125_092528_webhooks.up },
]
