import { existsSync } from 'node:fs'
import { rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'

import type { Payload } from 'payload'

import type { ImportReport } from '../transfer/import-report.ts'
import { showProgress } from '../transfer/show-progress.ts'
import { TransferError } from '../transfer/transfer-error.ts'

// The terminal is for progress and result; errors are told there in words.
process.env.LOG_LEVEL = 'silent'

const usage = `npm run export -- file.jsonl            writes all content, users and files
npm run import -- file.jsonl            restores an export, or loads documents from elsewhere
        --merge   restore an export into a database that holds other content
        --force   let an export take the place of a file that is there`

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const run = async (): Promise<void> => {
  const { options, task, file } = readArguments()
  if (task === 'export') await runExport({ file, isForced: options.force })
  else await runImport({ file, merge: options.merge })
}

const readArguments = () => {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        force: { default: false, type: 'boolean' },
        merge: { default: false, type: 'boolean' },
      },
    })
    const [task, name, ...others] = positionals
    if ((task !== 'import' && task !== 'export') || !name || others.length > 0)
      throw new TransferError('Name one file.')
    return { file: path.resolve(name), options: values, task }
  } catch (error) {
    throw new TransferError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

/** `bare`: the database as it is, without what our plugins do below and above it. */
const withPayload = async (isBare: boolean, work: (payload: Payload) => Promise<void>) => {
  const { BasePayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const payload = await new BasePayload().init({ config, disableOnInit: isBare })
  try {
    await work(payload)
  } finally {
    await payload.destroy()
  }
}

const runExport = async ({ file, isForced }: { file: string; isForced: boolean }) => {
  if (existsSync(file) && !isForced)
    throw new TransferError(`${file} is there already. Name another file, or add --force.`)
  const { exportContent } = await import('../transfer/export-content.ts')
  await withPayload(true, async (payload) => {
    const start = performance.now()
    const progress = showProgress(process.stderr)
    const { counts, files, missingFiles } = await exportContent({
      file,
      onProgress: (documents, total) => progress.show({ documents, part: documents / total }),
      payload,
    })
    progress.done()
    say(`Exported to ${file}: ${result(counts, start)}`)
    if (files > 0) say(`${files} files are in ${file}.files; keep that folder beside the export.`)
    for (const name of missingFiles) say(`The file “${name}” is missing on this server.`)
    say(
      'It holds e-mail addresses, password hashes and unpublished texts: keep it as you keep the database.',
    )
  })
}

const runImport = async ({ file, merge }: { file: string; merge: boolean }) => {
  if (!existsSync(file)) throw new TransferError(`There is no file ${file}.`)
  const { isExport } = await import('../transfer/survey-export.ts')
  const isOurs = await isExport(file)
  const { size } = await stat(file)
  await withPayload(isOurs, async (payload) => {
    const start = performance.now()
    const progress = showProgress(process.stderr)
    const given = {
      file,
      onProgress: ({ bytes, documents, failed }: Seen) =>
        progress.show({ documents, failed, part: bytes / size }),
      payload,
    }
    const report = isOurs
      ? await (await import('../transfer/restore-export.ts')).restoreExport({ ...given, merge })
      : await (await import('../transfer/import-documents.ts')).importDocuments(given)
    progress.done()
    say(`Imported from ${file}: ${result(report.counts, start)}`)
    await tellFaults(file, report)
  })
}

type Seen = { bytes: number; documents: number; failed: number }

const result = (counts: Record<string, number>, start: number): string => {
  const seconds = (performance.now() - start) / 1000
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const each = Object.entries(counts).map(([slug, count]) => `  ${slug}: ${count}`)
  const rate = Math.round(total / seconds)
  return [`${total} documents in ${seconds.toFixed(1)} s (${rate} a second)`, ...each].join('\n')
}

const shown = 20

const tellFaults = async (file: string, { bad, faults, notes, skipped }: ImportReport) => {
  if (skipped > 0) say(`${skipped} lines were imported before and passed over.`)
  for (const note of notes) say(note)
  for (const fault of faults) say(`✖ ${fault}`)
  if (faults.length > 0) process.exitCode = 1
  const errorFile = `${file}.errors.jsonl`
  await rm(errorFile, { force: true })
  if (bad.length === 0) return
  process.exitCode = 1
  await writeFile(errorFile, bad.map((each) => `${JSON.stringify(each)}\n`).join(''), {
    mode: 0o600,
  })
  say(`✖ ${bad.length} ${bad.length === 1 ? 'line was' : 'lines were'} not imported:`)
  for (const { line, reason, where } of bad.slice(0, shown))
    say(`  line ${line}${where ? ` (${where})` : ''}: ${reason}`)
  if (bad.length > shown) say(`  … and ${bad.length - shown} more`)
  say(
    `All of them are listed in ${errorFile}. Mend the lines and run the import again; what is imported stays.`,
  )
}

try {
  await run()
} catch (error) {
  say(`✖ ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
process.exit()
