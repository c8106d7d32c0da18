import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Payload } from 'payload'

import { type Content, isRecord, type StoredFile } from './records.ts'

/** Where the files of an export lie: beside it, one folder per collection. */
export const filesFolder = (file: string, collection: string): string =>
  path.join(`${file}.files`, collection)

/** Where a server keeps the files of a collection; none when it has no files. */
export const uploadFolder = (payload: Payload, slug: string): string | undefined => {
  const { upload } = payload.collections[slug as 'media'].config
  return upload.staticDir
}

/** The names of a document's file and of the sizes that were made of it. */
export const namesOfFiles = ({ filename, sizes }: Content): string[] => {
  const all = [
    filename,
    ...Object.values(isRecord(sizes) ? sizes : {}).map((size) =>
      isRecord(size) ? size.filename : undefined,
    ),
  ]
  return [...new Set(all.filter((name): name is string => typeof name === 'string' && name !== ''))]
}

/** Copies a file and tells its hash; it has its name only once it is whole. */
export const copyFile = async ({
  from,
  name,
  to,
}: {
  from: string
  name: string
  to: string
}): Promise<StoredFile> => {
  await mkdir(to, { recursive: true })
  const target = path.join(to, safeName(name))
  const partial = `${target}.${process.pid}.part`
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(
      createReadStream(path.join(from, safeName(name))),
      measure,
      createWriteStream(partial, { flush: true }),
    )
    await rename(partial, target)
  } finally {
    await rm(partial, { force: true })
  }
  return { bytes, name, sha256: hash.digest('hex') }
}

/**
 * Brings a file of an export into the folder of the server, and checks it.
 * @throws when it is missing, differs from what was exported, or another file of its name is there
 */
export const restoreFile = async ({
  file: { bytes, name, sha256 },
  from,
  to,
}: {
  file: StoredFile
  from: string
  to: string
}): Promise<void> => {
  const target = path.join(to, safeName(name))
  if (existsSync(target)) {
    if ((await stat(target)).size === bytes && (await hashOfFile(target)) === sha256) return
    throw new Error(`A different file named “${name}” is in ${to} already.`)
  }
  if (!existsSync(path.join(from, safeName(name))))
    throw new Error(`The file “${name}” is missing in ${from}. Copy that folder beside the export.`)
  const copied = await copyFile({ from, name, to })
  if (copied.sha256 === sha256) return
  await rm(target)
  throw new Error(`The file “${name}” in ${from} is not the one that was exported.`)
}

export const hashOfFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** An export comes from outside: no name of it leads out of the folder. */
const safeName = (name: string): string => {
  if (name === path.basename(name) && name !== '..' && name !== '.') return name
  throw new Error(`“${name}” is no name of a file.`)
}
