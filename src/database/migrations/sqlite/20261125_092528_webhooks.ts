import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite'

import { runStatements } from '../../sqlite/run-statements.ts'

export const up = ({ db }: MigrateUpArgs): Promise<void> => runStatements({ db, statements: upStatements })

export const down = ({ db }: MigrateDownArgs): Promise<void> => runStatements({ db, statements: downStatements })

const upStatements = [
  "CREATE TABLE `webhooks_events` (\n\t`order` integer NOT NULL,\n\t`parent_id` text(36) NOT NULL,\n\t`value` text,\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\tFOREIGN KEY (`parent_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade\n);\n",
  "CREATE INDEX `webhooks_events_order_idx` ON `webhooks_events` (`order`);",
  "CREATE INDEX `webhooks_events_parent_id_value_idx` ON `webhooks_events` (`parent_id`,`value`);",
  "CREATE TABLE `webhooks_collections` (\n\t`order` integer NOT NULL,\n\t`parent_id` text(36) NOT NULL,\n\t`value` text,\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\tFOREIGN KEY (`parent_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade\n);\n",
  "CREATE INDEX `webhooks_collections_order_idx` ON `webhooks_collections` (`order`);",
  "CREATE INDEX `webhooks_collections_parent_id_value_idx` ON `webhooks_collections` (`parent_id`,`value`);",
  "CREATE TABLE `webhooks_languages` (\n\t`order` integer NOT NULL,\n\t`parent_id` text(36) NOT NULL,\n\t`value` text,\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\tFOREIGN KEY (`parent_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade\n);\n",
  "CREATE INDEX `webhooks_languages_order_idx` ON `webhooks_languages` (`order`);",
  "CREATE INDEX `webhooks_languages_parent_id_value_idx` ON `webhooks_languages` (`parent_id`,`value`);",
  "CREATE TABLE `webhooks` (\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`url` text NOT NULL,\n\t`enabled` integer DEFAULT true,\n\t`last_success_at` text,\n\t`failing_since` text,\n\t`disabled_at` text,\n\t`disabled_reason` text,\n\t`secret` text,\n\t`former_secret` text,\n\t`former_secret_until` text,\n\t`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,\n\t`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL\n);\n",
  "CREATE INDEX `webhooks_name_created_at_idx` ON `webhooks` (`name`,`created_at`);",
  "CREATE INDEX `webhooks_updated_at_created_at_idx` ON `webhooks` (`updated_at`,`created_at`);",
  "CREATE INDEX `webhooks_created_at_idx` ON `webhooks` (`created_at`);",
  "CREATE TABLE `webhook_deliveries` (\n\t`id` text(36) PRIMARY KEY NOT NULL,\n\t`webhook_id` text(36) NOT NULL,\n\t`type` text NOT NULL,\n\t`state` text NOT NULL,\n\t`document_collection` text,\n\t`locale` text,\n\t`slug` text,\n\t`document` text,\n\t`body` text,\n\t`attempts` text,\n\t`event_at` text,\n\t`next_attempt_at` text,\n\t`settled_at` text,\n\t`attempt_count` numeric,\n\t`message` text NOT NULL,\n\t`place` numeric NOT NULL,\n\t`since` text,\n\t`claim` text,\n\t`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,\n\t`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,\n\tFOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE set null\n);\n",
  "CREATE UNIQUE INDEX `webhook_deliveries_message_idx` ON `webhook_deliveries` (`message`);",
  "CREATE INDEX `webhook_state_nextAttemptAt_idx` ON `webhook_deliveries` (`webhook_id`,`state`,`next_attempt_at`);",
  "CREATE INDEX `document_webhook_state_place_idx` ON `webhook_deliveries` (`document`,`webhook_id`,`state`,`place`);",
  "CREATE INDEX `webhook_deliveries_created_at_idx` ON `webhook_deliveries` (`created_at`);",
  "CREATE INDEX `webhook_deliveries_updated_at_created_at_idx` ON `webhook_deliveries` (`updated_at`,`created_at`);",
  "CREATE INDEX `webhook_deliveries_webhook_id_created_at_idx` ON `webhook_deliveries` (`webhook_id`,`created_at`);",
]

const downStatements = [
  "DROP TABLE `webhooks_events`;",
  "DROP TABLE `webhooks_collections`;",
  "DROP TABLE `webhooks_languages`;",
  "DROP TABLE `webhooks`;",
  "DROP TABLE `webhook_deliveries`;",
]
