import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { copyKnownColumns } from './copy-known-columns.ts'

/**
 * Writes the migration that leads from the newest committed schema to that of the running config, the snapshot of
 * the schema beside it, and the list of all migrations. Writes nothing when the schema has not changed.
 */
export const createMigration = async ({
  adapter,
  name = 'schema',
}: {
  adapter: SQLiteAdapter
  name?: string | undefined
}): Promise<void> => {
  const { logger } = adapter.payload
  const folder = path.resolve(adapter.migrationDir)
  await mkdir(folder, { recursive: true })
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit() as DrizzleKit
  const after = await generateDrizzleJson(adapter.schema)
  const newest = (await readdir(folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  // Drizzle leaves both the empty snapshot and one read from a file untyped.
  const before = (
    newest
      ? JSON.parse(await readFile(path.join(folder, newest), 'utf8'))
      : adapter.defaultDrizzleSnapshot
  ) as Snapshot
  const up = copyKnownColumns({ before, statements: await generateMigration(before, after) })
  if (!up.length) {
    logger.info('The schema has not changed: no migration is needed.')
    return
  }
  const statements = await generateMigration(after, before)
  const down = copyKnownColumns({ before: after, statements })
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '_').slice(0, 15)
  const file = `${stamp}_${name.replace(/\W+/g, '_')}`
  await writeFile(path.join(folder, `${file}.json`), `${JSON.stringify(after)}\n`)
  await writeFile(path.join(folder, `${file}.ts`), migrationFile({ down, up }))
  await writeFile(path.join(folder, 'index.ts'), await indexFile(folder))
  logger.info(`Wrote the migration ${file} with ${up.length} statements.`)
}

/** What drizzle-kit offers here; its own types are not installed for us. */
type DrizzleKit = {
  generateDrizzleJson: (schema: Record<string, unknown>) => Promise<Snapshot>
  generateMigration: (before: Snapshot, after: Snapshot) => Promise<string[]>
}

type Snapshot = Record<string, unknown>

const migrationFile = ({
  down,
  up,
}: {
  down: string[]
  up: string[]
}) => `import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite'

import { runStatements } from '../../sqlite/run-statements.ts'

export const up = ({ db }: MigrateUpArgs): Promise<void> => runStatements({ db, statements: upStatements })

export const down = ({ db }: MigrateDownArgs): Promise<void> => runStatements({ db, statements: downStatements })

const upStatements = [
${up.map(literal).join('\n')}
]

const downStatements = [
${down.map(literal).join('\n')}
]
`

const literal = (statement: string) => `  ${JSON.stringify(statement)},`

const indexFile = async (folder: string) => {
  const names = (await readdir(folder))
    .filter((file) => /^\d.*\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort()
  const imports = names.map((name) => `import * as migration_${name} from './${name}.ts'`)
  const entries = names.map(
    (name) => `  { down: migration_${name}.down, name: '${name}', up: migration_${name}.up },`,
  )
  return `import type { DatabaseMigration } from '../../run-migrations.ts'

${imports.join('\n')}

/** Written by \`npm run migrate:create\`; the oldest first. */
export const migrations: DatabaseMigration[] = [
${entries.join('\n')}
]
`
}
