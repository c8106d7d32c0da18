import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite'

import { runStatements } from '../../sqlite/run-statements.ts'

export const up = ({ db }: MigrateUpArgs): Promise<void> => runStatements({ db, statements: upStatements })

export const down = ({ db }: MigrateDownArgs): Promise<void> => runStatements({ db, statements: downStatements })

const upStatements = [
  "CREATE TABLE `review_requests` (\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\t`title` text,\n\t`document_collection` text,\n\t`document` text,\n\t`locale` text,\n\t`submitted_by` text,\n\t`person` text,\n\t`note` text,\n\t`state` text,\n\t`is_open` integer,\n\t`slot` text,\n\t`ended_at` text,\n\t`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,\n\t`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL\n);\n",
  "CREATE UNIQUE INDEX `review_requests_slot_idx` ON `review_requests` (`slot`);",
  "CREATE INDEX `documentCollection_document_isOpen_idx` ON `review_requests` (`document_collection`,`document`,`is_open`);",
  "CREATE INDEX `isOpen_createdAt_idx` ON `review_requests` (`is_open`,`created_at`);",
  "CREATE INDEX `review_requests_created_at_idx` ON `review_requests` (`created_at`);",
  "CREATE INDEX `review_requests_updated_at_created_at_idx` ON `review_requests` (`updated_at`,`created_at`);",
  "CREATE TABLE `shown_uploads` (\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\t`key` text NOT NULL,\n\t`document_collection` text NOT NULL,\n\t`document` text NOT NULL,\n\t`upload_collection` text NOT NULL,\n\t`upload` text NOT NULL,\n\t`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,\n\t`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL\n);\n",
  "CREATE UNIQUE INDEX `shown_uploads_key_idx` ON `shown_uploads` (`key`);",
  "CREATE INDEX `shown_uploads_document_idx` ON `shown_uploads` (`document`);",
  "CREATE INDEX `shown_uploads_upload_idx` ON `shown_uploads` (`upload`);",
  "CREATE INDEX `shown_uploads_updated_at_idx` ON `shown_uploads` (`updated_at`);",
  "CREATE INDEX `shown_uploads_created_at_idx` ON `shown_uploads` (`created_at`);",
  "ALTER TABLE `topics` ADD `deleted_at` text;",
  "ALTER TABLE `media` ADD `shown_by` numeric DEFAULT 0;",
  "ALTER TABLE `media` ADD `deleted_at` text;",
]

const downStatements = [
  "DROP TABLE `review_requests`;",
  "DROP TABLE `shown_uploads`;",
  "ALTER TABLE `topics` DROP COLUMN `deleted_at`;",
  "ALTER TABLE `media` DROP COLUMN `shown_by`;",
  "ALTER TABLE `media` DROP COLUMN `deleted_at`;",
]
