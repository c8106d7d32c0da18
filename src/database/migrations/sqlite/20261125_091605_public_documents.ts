import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite'

import { runStatements } from '../../sqlite/run-statements.ts'

export const up = ({ db }: MigrateUpArgs): Promise<void> => runStatements({ db, statements: upStatements })

export const down = ({ db }: MigrateDownArgs): Promise<void> => runStatements({ db, statements: downStatements })

const upStatements = [
  "CREATE TABLE `public_documents` (\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\t`key` text NOT NULL,\n\t`document_collection` text NOT NULL,\n\t`document` text NOT NULL,\n\t`locale` text NOT NULL,\n\t`state` text NOT NULL,\n\t`slug` text,\n\t`hash` text NOT NULL,\n\t`published_at` text NOT NULL,\n\t`changed_at` text NOT NULL,\n\t`place` numeric NOT NULL\n);\n",
  "CREATE UNIQUE INDEX `public_documents_key_idx` ON `public_documents` (`key`);",
  "CREATE INDEX `public_documents_document_idx` ON `public_documents` (`document`);",
  "CREATE INDEX `public_documents_place_idx` ON `public_documents` (`place`);",
  "CREATE INDEX `documentCollection_locale_place_idx` ON `public_documents` (`document_collection`,`locale`,`place`);",
  "CREATE INDEX `documentCollection_place_idx` ON `public_documents` (`document_collection`,`place`);",
  "CREATE INDEX `locale_place_idx` ON `public_documents` (`locale`,`place`);",
  "CREATE INDEX `documentCollection_locale_state_document_idx` ON `public_documents` (`document_collection`,`locale`,`state`,`document`);",
  "CREATE INDEX `state_changedAt_idx` ON `public_documents` (`state`,`changed_at`);",
  "CREATE TABLE `public_documents_progress` (\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\t`key` text NOT NULL,\n\t`place` numeric,\n\t`forgotten` numeric,\n\t`epoch` text,\n\t`after` text,\n\t`stage` text,\n\t`is_filled` integer\n);\n",
  "CREATE UNIQUE INDEX `public_documents_progress_key_idx` ON `public_documents_progress` (`key`);",
]

const downStatements = [
  "DROP TABLE `public_documents`;",
  "DROP TABLE `public_documents_progress`;",
]
