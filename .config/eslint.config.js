// The style of the house, as far as a machine can see it. What ESLint cannot see
// (names, sizes of folders, labels in both languages) is in tests/conventions.test.ts.
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

const root = new URL('..', import.meta.url).pathname

const entryPoints = ['./src/server', './src/admin', './src/seed', './src/launch']
const model = './collections'
const shared = [
  './src/access',
  './src/caps',
  './src/fields',
  './src/hooks',
  './src/rich-text',
  './src/rich-text.ts',
  './src/localization.ts',
]

/** Imports point one way; a zone reads: files under `target` may not import from `from`. */
const zones = [
  {
    target: ['./payload.config.ts', model, ...shared, './src/database', './src/env.ts'],
    from: [...entryPoints, './tests'],
    message: 'server, admin, seed and launch are entry points: nothing below imports them.',
  },
  {
    target: [model, ...shared, './src/database', './src/env.ts'],
    from: './payload.config.ts',
    message: 'payload.config.ts composes the parts; the parts do not know it.',
  },
  {
    target: [...shared, './src/database', './src/env.ts'],
    from: model,
    message: 'Shared code does not know a collection: move the piece, or pass it in.',
  },
  {
    target: [model, ...shared, './src/env.ts'],
    from: './src/database',
    message: 'The model does not know its database.',
  },
  {
    target: './src/plugins',
    from: '.',
    except: ['./src/plugins', './node_modules'],
    message: 'A plugin must be fit to be its own package: it imports from npm only.',
  },
  {
    target: ['./payload.config.ts', './collections', './src'],
    from: './tests',
    message: 'Tests are not part of the product.',
  },
]

const bannedSyntax = [
  {
    selector: 'ClassDeclaration:not([superClass.name=/Error$/])',
    message: 'Functions, not classes (errors excepted).',
  },
  {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message: 'Handle the error, or let it pass.',
  },
  {
    selector:
      'ExportNamedDeclaration > FunctionDeclaration[params.length>2]:not(:has(> Identifier[name=/^_?next$/]))',
    message: 'One object parameter past two.',
  },
  {
    selector:
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression[params.length>2]:not(:has(> Identifier[name=/^_?next$/]))',
    message: 'One object parameter past two.',
  },
]

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'data/',
      'coverage/',
      'src/generated/',
      'src/database/migrations/',
      '**/.next/',
      '**/importMap.js',
      '**/next-env.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/array-type': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A hook may be async because its type says so, and a Payload callback may return a promise.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/require-await': 'off',
      // Payload keeps its sessions and options in plain objects.
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.base],
    rules: { 'no-undef': 'off', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
          conditionNames: ['production', 'import', 'node', 'default'],
        }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'import-x/extensions': [
        'error',
        'ignorePackages',
        { checkTypeImports: true, pattern: { ts: 'always', tsx: 'always' } },
      ],
      'import-x/first': 'error',
      'import-x/newline-after-import': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-mutable-exports': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'max-lines': ['error', { max: 300 }],
      'no-console': ['error'],
      'no-restricted-syntax': ['error', ...bannedSyntax],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'src/env.ts is the only reader.' },
      ],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/env.ts', 'src/launch/**', 'tests/**', '.config/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // These talk to the person at the terminal.
    files: ['src/launch/**', 'src/seed/**', 'tests/**', 'src/**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tools look for a default export here.
    files: ['payload.config.ts', 'src/admin/**', '.config/**', 'tests/**/*.config.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    // Payload hands documents, field values and siblings to hooks and rules as `any`.
    files: ['collections/**', 'src/{access,caps,fields,hooks,plugins,rich-text}/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/seed/content/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
)
