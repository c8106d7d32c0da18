import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import { type CacheSettings, cacheSettings, cacheVariables } from './cache-settings.ts'
import {
  graphqlProblem,
  type GraphqlSettings,
  graphqlVariables,
  toGraphqlSettings,
} from './graphql-settings.ts'
import { keepSecret } from './keep-secret.ts'
import {
  metricsProblem,
  type MetricsSettings,
  metricsSettings,
  metricsVariables,
} from './metrics-settings.ts'
import { type WebSettings, webSettings, webVariables } from './web-settings.ts'

/** The settings of one process: read once, checked, never changed. */
export type Env = CacheSettings &
  WebSettings & {
    /** Whether the admin UI is served; without it Next is never loaded. */
    readonly admin: boolean
    /** Sign-in of the administrator that the first start makes, where no demo content is wanted. */
    readonly adminEmail: string
    /** Generated and shown once when left out. */
    readonly adminPassword?: string
    /** `file:` (SQLite, absolute path) or `mongodb://` / `mongodb+srv://`. */
    readonly databaseUrl: string
    /** Absolute path of the folder that holds the embedded database, uploads and secret. */
    readonly dataDir: string
    /** `auto`: demo content only into an empty embedded database. */
    readonly demo: 'auto' | 'off' | 'on'
    /** Password of the demo sign-ins; generated and shown once when left out. */
    readonly demoPassword?: string
    /** Limits of GraphQL requests, and which documents are run at all. */
    readonly graphql: GraphqlSettings
    readonly host: string
    /** Whether GraphQL tells its schema, as code generators ask for it. */
    readonly introspection: boolean
    readonly logLevel: 'debug' | 'error' | 'fatal' | 'info' | 'silent' | 'trace' | 'warn'
    /** Where Prometheus finds its figures. */
    readonly metrics: MetricsSettings
    /** Origins whose pages may use a sign-in cookie: our own, and those that CORS lists. */
    readonly origins: string[]
    readonly nodeEnv: 'development' | 'production' | 'test'
    /** Signs sessions. Read from, or at first use written to, the data directory when not set. */
    readonly payloadSecret: string
    readonly port: number
    /** Where the outside reaches this server, without a trailing slash. */
    readonly publicUrl: string
  }

/** Wrong settings: the message names each variable and says what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Reads and checks the settings. Changes nothing, on disk or in `source`.
 * @throws {SettingsError} naming each wrong variable
 */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const parsed = settingsSchema.safeParse(dropEmpty(source))
  if (!parsed.success) {
    throw new SettingsError(describeIssues(parsed.error.issues))
  }
  const settings = parsed.data
  const dataDir = path.resolve(settings.QIAO_DATA_DIR)
  const databaseUrl = absoluteDatabaseUrl(
    settings.DATABASE_URL ?? `file:${path.join(dataDir, 'qiao.db')}`,
  )
  const isEmbedded = databaseUrl.startsWith('file:')
  if (!isEmbedded && settings.NODE_ENV === 'production' && !settings.PAYLOAD_SECRET) {
    throw new SettingsError(
      'PAYLOAD_SECRET must be set in production with MongoDB: give every process the same random text of at least 32 characters, such as the output of "openssl rand -hex 32".',
    )
  }
  const problem = graphqlProblem(settings) ?? metricsProblem(settings)
  if (problem) {
    throw new SettingsError(problem)
  }
  return {
    admin: settings.QIAO_ADMIN === 'on',
    adminEmail: settings.QIAO_ADMIN_EMAIL,
    ...(settings.QIAO_ADMIN_PASSWORD ? { adminPassword: settings.QIAO_ADMIN_PASSWORD } : {}),
    databaseUrl,
    dataDir,
    demo: settings.QIAO_DEMO,
    ...(settings.QIAO_DEMO_PASSWORD ? { demoPassword: settings.QIAO_DEMO_PASSWORD } : {}),
    graphql: toGraphqlSettings(settings),
    host: settings.HOST,
    introspection: settings.QIAO_INTROSPECTION === 'on',
    logLevel: settings.LOG_LEVEL,
    metrics: metricsSettings(settings),
    nodeEnv: settings.NODE_ENV,
    origins: [
      ...(settings.PUBLIC_URL
        ? [new URL(settings.PUBLIC_URL).origin]
        : ['localhost', '127.0.0.1'].map((host) => `http://${host}:${settings.PORT}`)),
      ...(settings.QIAO_CORS === '*' ? [] : settings.QIAO_CORS),
    ],
    get payloadSecret() {
      return settings.PAYLOAD_SECRET ?? keepSecret(dataDir)
    },
    port: settings.PORT,
    publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    ...cacheSettings(settings),
    ...webSettings(settings),
  }
}

const databaseSchemes = ['file:', 'mongodb://', 'mongodb+srv://']

const settingsSchema = z.object({
  DATABASE_URL: z
    .string()
    .refine(
      (url) => databaseSchemes.some((scheme) => url.startsWith(scheme) && url !== scheme),
      'must begin with file: (SQLite) or mongodb:// or mongodb+srv:// (MongoDB)',
    )
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'], {
      error: 'must be development, production or test',
    })
    .default('development'),
  PAYLOAD_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3000),
  PUBLIC_URL: z
    .string()
    .refine(isHttpUrl, 'must be a URL that begins with http:// or https://')
    .optional(),
  QIAO_ADMIN: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  QIAO_ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@qiao.example'),
  QIAO_ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  QIAO_DATA_DIR: z.string().default('./data'),
  QIAO_DEMO: z.enum(['auto', 'on', 'off'], { error: 'must be auto, on or off' }).default('auto'),
  QIAO_DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  ...cacheVariables,
  ...graphqlVariables,
  QIAO_INTROSPECTION: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  ...metricsVariables,
  ...webVariables,
})

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** A variable set to nothing counts as not set, as in a compose file's `PORT=`. */
function dropEmpty(source: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}

/** Values are left out: they may be secrets. */
function describeIssues(issues: ReadonlyArray<{ message: string; path: PropertyKey[] }>): string {
  const sentences = issues.map(({ message, path }) => `${path.map(String).join('.')} ${message}`)
  return `${sentences.join('; ')}. Set ${issues.length === 1 ? 'it' : 'them'} right and start again.`
}

/** Next and the tests work from other folders, so a relative path is settled here. */
function absoluteDatabaseUrl(url: string): string {
  if (!url.startsWith('file:')) {
    return url
  }
  return `file:${url.startsWith('file://') ? fileURLToPath(url) : path.resolve(url.slice('file:'.length))}`
}

/** The settings of this process. */
export const env: Env = readEnv(process.env)

// The official SEO plugin has no release 3.90.2 and 3.90.1 serves; Payload's own check takes no exception.
// package.json pins every version, and the conventions test compares them.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER ??= 'true'
