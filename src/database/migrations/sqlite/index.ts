import type { DatabaseMigration } from '../../run-migrations.ts'

import * as migration_20261122_230240_initial from './20261122_230240_initial.ts'
import * as migration_20261123_030349_list_orders from './20261123_030349_list_orders.ts'
import * as migration_20261124_001629_locale_states from './20261124_001629_locale_states.ts'
import * as migration_20261124_235759_shown_files_and_reviews from './20261124_235759_shown_files_and_reviews.ts'

/** Written by `npm run migrate:create`; the oldest first. */
export const migrations: DatabaseMigration[] = [
  { down: migration_20261122_230240_initial.down, name: '20261122_230240_initial', up: migration_20261122_230240_initial.up },
  { down: migration_20261123_030349_list_orders.down, name: '20261123_030349_list_orders', up: migration_20261123_030349_list_orders.up },
  { down: migration_20261124_001629_locale_states.down, name: '20261124_001629_locale_states', up: migration_20261124_001629_locale_states.up },
  { down: migration_20261124_235759_shown_files_and_reviews.down, name: '20261124_235759_shown_files_and_reviews', up: migration_20261124_235759_shown_files_and_reviews.up },
]
