import js from '@eslint/js'
import next from '@next/eslint-plugin-next'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

const BANNED_NAMES = /(?:^|[/-])(?:utils?|helpers?|common|misc|services?|managers?|handlers?)(?:[/.-]|$)/

/** A file is named after what it holds; these names hold anything. */
const roomNames = {
  meta: { type: 'problem', schema: [], messages: { banned: 'Name the file after what it holds: {{name}} holds anything.' } },
  create: (context) => ({
    Program(node) {
      const name = context.filename.slice(context.cwd.length)
      if (BANNED_NAMES.test(name)) context.report({ node, messageId: 'banned', data: { name } })
    },
  }),
}

/** A page or layout is rendered on the server: what is interactive is a leaf of its own. */
const serverPages = {
  meta: { type: 'problem', schema: [], messages: { client: "'use client' belongs into a leaf component, never into a page or layout." } },
  create: (context) => ({
    Program(node) {
      const first = node.body[0]
      if (/\/(?:page|layout)\.tsx$/.test(context.filename) && first?.directive === 'use client') context.report({ node: first, messageId: 'client' })
    },
  }),
}

export default ts.config(
  { ignores: ['.next/', '.data/', 'node_modules/', 'lib/data/generated/', 'next-env.d.ts', 'test-results/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  {
    plugins: { house: { rules: { 'room-names': roomNames, 'server-pages': serverPages } } },
    rules: {
      'house/room-names': 'error',
      'house/server-pages': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      // An ideographic space is Chinese typography, in what people read.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true }],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': hooks, 'jsx-a11y': a11y }, rules: { ...hooks.configs.recommended.rules, ...a11y.configs.recommended.rules, 'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }] } },
  { files: ['app/**', 'components/**'], plugins: { '@next/next': next }, rules: { ...next.configs.recommended.rules, ...next.configs['core-web-vitals'].rules,
      // A plain link loads the page anew: what a link without prefetch does, and what an error page must do.
      '@next/next/no-html-link-for-pages': 'off' } },
  { files: ['scripts/set-up/*.mjs', '*.mjs'], languageOptions: { globals: { process: 'readonly', URL: 'readonly', performance: 'readonly' } } },
  // A test that walks or plants is longer than a room's file may be, and Playwright's fixtures take an empty pattern.
  { files: ['tests/**'], rules: { 'no-empty-pattern': 'off' } },
)
