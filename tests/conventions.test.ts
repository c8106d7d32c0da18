import type { CollectionConfig, GlobalConfig } from 'payload'

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

import {
  explainedCasts,
  type FileRule,
  kebabCaseNames,
  lockWithoutHosts,
  noSilencedTests,
  noTraceOfTheMachine,
  noVagueFolders,
  shortFiles,
  shortIndexes,
} from './support/conventions/file-rules.ts'
import {
  datesShowTheYear,
  labelledInBothLanguages,
  localizedOnPurpose,
  type ModelPart,
  requiredChoicesStay,
} from './support/conventions/model-rules.ts'
import { readRepository, readTopLevel, root } from './support/conventions/repository.ts'
import {
  collectionsReadInOrder,
  localApiCallsPassReq,
  oneExportWithTheFilesWords,
  shortHooks,
} from './support/conventions/source-rules.ts'

const files = readRepository()
const long = (lines: number) => 'x\n'.repeat(lines)

/** Each rule with a breach that it must find, so that a rule that finds nothing is noticed. */
const fileRules: Array<[says: string, rule: FileRule, path: string, text: string]> = [
  ['no folder is named for nothing in particular', noVagueFolders, 'src/utils/a.ts', ''],
  ['files are named in kebab-case', kebabCaseNames, 'src/server/createApp.ts', ''],
  ['a file has at most 300 lines', shortFiles, 'src/server/app.ts', long(301)],
  ['a collection has at most 120 lines', shortIndexes, 'collections/a/index.ts', long(121)],
  ['a plugin has at most 60 lines', shortIndexes, 'src/plugins/a/index.ts', long(61)],
  ['a cast through unknown is explained', explainedCasts, 'src/a.ts', '\nb as unknown as string'],
  ['no test is silenced', noSilencedTests, 'tests/a.test.ts', ['it', 'skip'].join('.')],
  ['no file names a machine', noTraceOfTheMachine, 'src/a.ts', ['', 'home', 'someone'].join('/')],
  [
    'no file names a mirror',
    noTraceOfTheMachine,
    '.npmrc',
    ['https://', 'registry.example.org'].join(''),
  ],
  [
    'the lock file names no host',
    lockWithoutHosts,
    'package-lock.json',
    '"resolved": "https://example.org/a.tgz"',
  ],
  [
    'a hook or rule file exports what it is named for',
    oneExportWithTheFilesWords,
    'src/hooks/set-slug.ts',
    'export const setTheSlug = 1',
  ],
  [
    'a hook or rule file exports no second function',
    oneExportWithTheFilesWords,
    'collections/a/hooks/set-slug.ts',
    'export const setSlug = 1\nexport function other() {}',
  ],
  [
    'a hook has at most 30 lines',
    shortHooks,
    'src/hooks/set-slug.ts',
    `export const setSlug = () => {\n${long(30)}}`,
  ],
  [
    'a collection reads in one order',
    collectionsReadInOrder,
    'collections/a/index.ts',
    "export const A = { slug: 'a', fields: [], access: {} }",
  ],
  [
    'a call of the Local API passes req',
    localApiCallsPassReq,
    'src/hooks/a.ts',
    "req.payload.find({ collection: 'a' })",
  ],
]

describe('files', () => {
  it.each(fileRules)('%s', (_, rule, path, text) => {
    expect(rule([{ path, text }])).toHaveLength(1)
    expect(rule(files)).toEqual([])
  })

  it('keeps the top of the repository small', () => {
    const allowed = [
      'LICENSE',
      'README.md',
      'collections',
      'package-lock.json',
      'package.json',
      'payload.config.ts',
      'src',
      'tests',
      'tsconfig.json',
    ]
    const visible = readTopLevel().filter((name) => !name.startsWith('.'))
    expect(visible.filter((name) => !allowed.includes(name))).toEqual([])
  })
})

describe('the content model', async () => {
  const parts = await readModel()

  it('is found', () => {
    expect(parts.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining([
        'awards',
        'media',
        'news-briefs',
        'organization',
        'partner-profiles',
        'programs',
        'stories',
        'topics',
        'users',
      ]),
    )
  })

  it('says of every text whether it is localized', () => {
    expect(localizedOnPurpose(modelWith({ name: 'a', type: 'text' }))).toHaveLength(1)
    expect(parts.flatMap(localizedOnPurpose)).toEqual([])
  })

  it('lets nobody empty what has to be chosen', () => {
    const choice = { name: 'kind', type: 'select', options: ['a'], required: true } as const
    expect(requiredChoicesStay(modelWith({ ...choice, options: ['a'] }))).toHaveLength(1)
    expect(parts.flatMap(requiredChoicesStay)).toEqual([])
  })

  it('shows the year of every date', () => {
    expect(datesShowTheYear(modelWith({ name: 'day', type: 'date' }))).toHaveLength(1)
    expect(parts.flatMap(datesShowTheYear)).toEqual([])
  })

  it('names everything in English and Chinese', () => {
    const inBoth = { name: 'a', type: 'number', label: { en: 'Amount', zh: '金额' } } as const
    expect(labelledInBothLanguages(modelWith(inBoth))).toEqual([])
    expect(
      labelledInBothLanguages(modelWith({ ...inBoth, label: { en: 'Amount', zh: 'Amount' } })),
    ).toHaveLength(1)
    expect(labelledInBothLanguages(modelWith({ ...inBoth, label: 'Amount' }))).toHaveLength(1)
    expect(parts.flatMap(labelledInBothLanguages)).toEqual([])
  })
})

function modelWith(field: CollectionConfig['fields'][number]): CollectionConfig {
  const labels = { singular: { en: 'Thing', zh: '物' }, plural: { en: 'Things', zh: '物' } }
  return { slug: 'things', labels, fields: [field] }
}

async function readModel(): Promise<ModelPart[]> {
  const indexes = files.filter(({ path }) =>
    /^(collections\/[^/]+\/index|src\/rich-text\/blocks\/[^/]+)\.ts$/.test(path),
  )
  const modules = await Promise.all(
    indexes.map(
      ({ path }) =>
        import(pathToFileURL(join(root, path)).href) as Promise<Record<string, unknown>>,
    ),
  )
  return modules.flatMap((module) => Object.values(module)).filter(isModelPart)
}

function isModelPart(value: unknown): value is CollectionConfig | GlobalConfig {
  return typeof value === 'object' && value !== null && 'slug' in value && 'fields' in value
}
