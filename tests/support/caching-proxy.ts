import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

import { vi } from 'vitest'

import { root } from './conventions/repository.ts'
import { freePort } from './free-port.ts'

export type CachingProxy = { stop: () => Promise<void>; url: string }

/** HTTP caches that nobody here wrote, by their programs. */
export const proxies = ['nginx', 'varnishd'] as const

/**
 * Those of them that are on this machine. In CI all have to be.
 * @throws when CI is without one
 */
export const installedProxies = (): (typeof proxies)[number][] => {
  const missing = proxies.filter((name) => programOf(name) === undefined)
  if (missing.length > 0 && process.env.CI)
    throw new Error(`In CI a missing ${missing.join(' or ')} is a failure.`)
  return proxies.filter((name) => !missing.includes(name))
}

/** A cache in front of the server at `origin`, on a port of its own. */
export const startProxy = async ({
  kind,
  origin,
  program,
}: {
  /** As its package sets it up, knowing nothing but the server; or with the settings that README speaks of. */
  kind: 'as recommended' | 'plain'
  origin: string
  program: (typeof proxies)[number]
}): Promise<CachingProxy> => {
  const folder = mkdtempSync(join(tmpdir(), 'qiao-proxy-'))
  // nginx gives its files to somebody else when root starts it.
  chmodSync(folder, 0o755)
  const address = `127.0.0.1:${await freePort()}`
  const about = { address, folder, kind, origin: new URL(origin).host }
  const args = program === 'nginx' ? nginx(about) : varnish(about)
  const child = spawn(programOf(program) ?? program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  const ended = once(child, 'close')
  const url = `http://${address}`
  await vi.waitFor(
    async () => {
      if (child.exitCode !== null) return
      await fetch(`${url}/health/live`)
    },
    { interval: 20, timeout: 20_000 },
  )
  if (child.exitCode !== null) throw new Error(`${program} does not start:\n${output}`)
  return {
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { force: true, recursive: true })
    },
    url,
  }
}

type About = { address: string; folder: string; kind: 'as recommended' | 'plain'; origin: string }

const programOf = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

const recommended = (name: string, { address, folder, origin }: About): string => {
  const [host, port] = origin.split(':')
  return readFileSync(join(root, '.config/caches', name), 'utf8')
    .replace('127.0.0.1:3000', origin)
    .replace('.host = "127.0.0.1"', `.host = "${host}"`)
    .replace('.port = "3000"', `.port = "${port}"`)
    .replace('127.0.0.1:8080', address)
    .replace('/var/cache/nginx/qiao', join(folder, 'cache'))
}

const nginx = (about: About): string[] => {
  const { address, folder, kind, origin } = about
  const plain = `
    proxy_cache_path ${folder}/cache keys_zone=cache:1m;
    server {
      listen ${address};
      location / {
        proxy_pass http://${origin};
        proxy_cache cache;
      }
    }`
  const config = join(folder, 'nginx.conf')
  const temporary = ['client_body', 'fastcgi', 'proxy', 'scgi', 'uwsgi']
  writeFileSync(
    config,
    `daemon off;
    pid ${folder}/pid;
    error_log stderr;
    worker_processes 1;
    events {}
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
      ${kind === 'plain' ? plain : recommended('nginx.conf', about)}
    }`,
  )
  return ['-e', 'stderr', '-p', folder, '-c', config]
}

const varnish = (about: About): string[] => {
  const { address, folder, kind, origin } = about
  const work = join(folder, 'work')
  mkdirSync(work)
  const config = join(folder, 'default.vcl')
  writeFileSync(config, recommended('varnish.vcl', about))
  const rules = kind === 'plain' ? ['-b', origin] : ['-f', config]
  return ['-F', '-n', work, '-a', address, '-s', 'malloc,64m', ...rules]
}
