import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'

/**
 * @typedef {object} MongoDBServer
 * @property {string} name What it is, for people.
 * @property {string} url A connection URL without a database name worth keeping; `freshDatabaseUrl` puts one in.
 * @property {() => Promise<void>} stop Stops what was started; does nothing for a server that ran before.
 */

/**
 * Finds or starts a MongoDB server with transactions: MONGODB_TEST_URL, then mongod on PATH, then SecantusDB in
 * a virtual environment, then a download. The first that answers wins.
 *
 * @returns {Promise<MongoDBServer | undefined>} Nothing when there is none; the reasons go to standard error.
 */
export const startMongoDB = async () => {
  for (const start of [givenServer, systemMongod, secantusDB, downloadedMongod]) {
    try {
      const server = await start()
      if (server) {
        return server
      }
    } catch (error) {
      console.error(`MongoDB: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return undefined
}

const cacheDir = path.resolve('node_modules/.cache/qiao')

const givenServer = async () =>
  process.env.MONGODB_TEST_URL
    ? {
        name: 'the server in MONGODB_TEST_URL',
        stop: async () => undefined,
        url: process.env.MONGODB_TEST_URL,
      }
    : undefined

const systemMongod = async () => {
  const found = spawnSync('mongod', ['--version'], { encoding: 'utf8' })
  if (found.status !== 0) {
    return undefined
  }
  const version = /v(\d+\.\d+\.\d+)/.exec(found.stdout)?.[1] ?? '8.0.0'
  const binary = spawnSync('which', ['mongod'], { encoding: 'utf8' }).stdout.trim()
  return replicaSet({ name: `mongod ${version}`, options: { systemBinary: binary, version } })
}

const downloadedMongod = () =>
  replicaSet({
    name: 'a downloaded mongod',
    options: { downloadDir: path.join(cacheDir, 'mongod') },
  })

/** @param {{ name: string, options: Record<string, string> }} settings */
const replicaSet = async ({ name, options }) => {
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  const server = await MongoMemoryReplSet.create({
    binary: options,
    replSet: { count: 1, storageEngine: 'wiredTiger' },
  })
  return {
    name,
    stop: async () => {
      await server.stop()
    },
    url: server.getUri(),
  }
}

const secantusVersion = '0.7.0b3'

const secantusDB = async () => {
  const binary = installSecantusDB()
  const port = await freePort()
  const child = spawn(
    binary,
    ['--port', String(port), '--storage-path', ':memory:', '--enable-test-commands'],
    { cwd: cacheDir, stdio: ['ignore', 'ignore', 'ignore'] },
  )
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 5000)
    await exited
    clearTimeout(force)
  }
  const stopNow = () => child.kill('SIGKILL')
  process.once('exit', stopNow)
  try {
    await answers({ exited, port })
  } catch (error) {
    await stop()
    throw error
  }
  return {
    name: `SecantusDB ${secantusVersion}`,
    stop: async () => {
      process.off('exit', stopNow)
      await stop()
    },
    url: `mongodb://127.0.0.1:${port}/?replicaSet=secantus&directConnection=true`,
  }
}

const installSecantusDB = () => {
  const folder = path.join(cacheDir, `secantusdb-${secantusVersion}`)
  const binary = path.join(folder, 'bin', 'secantusd-py')
  const done = path.join(folder, 'installed')
  if (existsSync(done)) {
    return binary
  }
  mkdirSync(cacheDir, { recursive: true })
  // Scripts of a virtual environment name its folder, so it is made in its final place and marked when whole.
  run('python3', ['-m', 'venv', '--clear', folder])
  run(path.join(folder, 'bin', 'python'), [
    ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
    `SecantusDB==${secantusVersion}`,
  ])
  writeFileSync(done, '')
  return binary
}

/**
 * @param {string} command
 * @param {string[]} args
 */
const run = (command, args) => {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 300_000 })
  if (error || status !== 0) {
    throw new Error(`${command} ${args[0]} ${args[1]} failed: ${error?.message ?? stderr.trim()}`)
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** @param {{ exited: Promise<unknown>, port: number }} server */
const answers = async ({ exited, port }) => {
  const { mongo } = await import('mongoose')
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 30_000,
  })
  try {
    await Promise.race([
      client.db('admin').command({ hello: 1 }),
      exited.then(() => {
        throw new Error('SecantusDB ended while starting.')
      }),
    ])
  } finally {
    await client.close()
  }
}
