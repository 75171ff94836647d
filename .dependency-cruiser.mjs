/**
 * The house's rooms: what each may use, and why. From this one table come the rules; `why` is the message that whoever
 * breaks one of them reads. A room always may use itself.
 */
export const ROOMS = [
  { room: 'lib/rules', mayUse: [], packages: ['zod'], why: 'The rules are pure: they import nothing but themselves and zod.' },
  { room: 'lib/domain', mayUse: ['lib/rules'], packages: ['zod'], why: 'What is true knows no framework and no database.' },
  { room: 'lib/copy', mayUse: ['lib/domain', 'lib/rules'], packages: [], why: 'Words know codes and shapes, and do nothing.' },
  { room: 'lib/files', mayUse: ['lib/domain', 'lib/rules', 'lib/copy'], why: 'Files become tables and tables files, by the names that the domain gives them; what stands in them the rules judge.' },
  { room: 'lib/data', mayUse: ['lib/domain', 'lib/rules', 'lib/env.ts', 'lib/log.ts'], why: 'Data functions know the database and the domain, never who calls them.' },
  { room: 'lib/audit', mayUse: ['lib/domain', 'lib/data', 'lib/env.ts', 'lib/log.ts'], why: 'An audit event is written within somebody else’s transaction.' },
  { room: 'lib/messaging', mayUse: ['lib/domain', 'lib/bounded-body.ts', 'lib/env.ts', 'lib/log.ts'], why: 'A gateway brings a text to a phone; it knows neither the outbox nor whom it speaks of.' },
  { room: 'lib/registry', mayUse: ['lib/domain', 'lib/data', 'lib/bounded-body.ts', 'lib/env.ts', 'lib/log.ts'], why: 'A register answers a question; the snapshot reads tables of the database.' },
  { room: 'lib/storage', mayUse: ['lib/domain', 'lib/data', 'lib/env.ts', 'lib/log.ts'], why: 'Encrypted bytes under a key: the storage knows neither who sent them nor what they show.' },
  { room: 'lib/intake', mayUse: ['lib/domain', 'lib/rules', 'lib/files', 'lib/storage', 'lib/env.ts', 'lib/log.ts'], why: 'Strangers’ files are taken apart beside the application: no database, no key, no page within reach.' },
  { room: 'lib/notice', mayUse: ['lib/domain', 'lib/copy'], why: 'A document is drawn from what it is given: it knows neither whose it is nor where that is kept.' },
  { room: 'lib/auth', mayUse: ['lib/domain', 'lib/data', 'lib/audit', 'lib/clock.ts', 'lib/env.ts', 'lib/log.ts'], why: 'Who is asking; a sign-in is an audited event.' },
  {
    room: 'lib/commands',
    mayUse: ['lib/rules', 'lib/domain', 'lib/copy', 'lib/data', 'lib/registry', 'lib/storage', 'lib/intake', 'lib/messaging', 'lib/notice', 'lib/audit', 'lib/files', 'lib/clock.ts', 'lib/env.ts', 'lib/log.ts'],
    notPackages: ['next', 'react', 'react-dom', 'next-auth'],
    why: 'A command is a verb of the domain: no framework, no page.',
  },
  { room: 'lib/forms', mayUse: ['lib/auth', 'lib/intake', 'lib/domain', 'lib/copy', 'lib/paths.ts'], why: 'The wrapper authenticates, parses, receives files, runs and translates; data and commands are handed to it.' },
  { room: 'components', mayUse: ['lib/domain', 'lib/copy', 'lib/paths.ts'], why: 'Props in, markup out.' },
  {
    room: 'app',
    mayUse: ['components', 'lib/commands', 'lib/data', 'lib/forms', 'lib/auth', 'lib/domain', 'lib/copy', 'lib/paths.ts', 'lib/env.ts', 'lib/log.ts'],
    notPackages: ['@prisma/client', 'pg'],
    why: 'Pages ask commands and data; rules, registers and Prisma are behind those.',
  },
]

const own = (room) => `^${room}/`
const start = (path) => (path.endsWith('.ts') ? `^${path.replace('.', '\\.')}$` : own(path))
const slug = (room) => room.replaceAll('/', '-')

const roomRules = ROOMS.map(({ room, mayUse, why }) => ({
  name: `${slug(room)}-stays-in-its-storey`,
  comment: why,
  severity: 'error',
  from: { path: own(room) },
  to: { path: '^(?:app|components|lib|scripts|tests|prisma)/', pathNot: [own(room), ...mayUse.map(start)] },
}))

const packageRules = ROOMS.flatMap(({ room, packages, notPackages, why }) => [
  ...(packages ? [{ name: `${slug(room)}-packages`, comment: why, severity: 'error', from: { path: own(room) }, to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: packages.map((name) => `node_modules/${name}/`) } }] : []),
  ...(notPackages ? [{ name: `${slug(room)}-packages`, comment: why, severity: 'error', from: { path: own(room) }, to: { path: notPackages.map((name) => `node_modules/${name}/`) } }] : []),
])

export default {
  forbidden: [
    ...roomRules,
    ...packageRules,
    { name: 'one-command-never-calls-another', comment: 'One verb, one file, or one file with a folder of its name beside it: what two commands share lives a storey below.', severity: 'error', from: { path: '^lib/commands/([^/.]+)' }, to: { path: '^lib/commands/', pathNot: '^lib/commands/$1[/.]' } },
    { name: 'guardians-and-staff-apart', comment: 'The guardian’s pages, the console and the school’s pages never import each other.', severity: 'error', from: { path: '^app/(register|console|school)/' }, to: { path: '^app/(?:register|console|school)/', pathNot: '^app/$1/' } },
    { name: 'rules-by-their-front-door', comment: 'Whoever uses the rules uses lib/rules/index.ts, the only barrel.', severity: 'error', from: { pathNot: ['^lib/rules/', '^tests/'] }, to: { path: '^lib/rules/', pathNot: '^lib/rules/index\\.ts$' } },
    { name: 'no-circle', comment: 'Two files that need each other are one file, or need a third.', severity: 'error', from: { pathNot: 'node_modules|lib/data/generated' }, to: { circular: true } },
    { name: 'nothing-missing', comment: 'An import leads somewhere.', severity: 'error', from: { pathNot: 'lib/data/generated' }, to: { couldNotResolve: true, pathNot: '^(?:server-only|next-auth/adapters)$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.next', 'lib/data/generated/(?!client)'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['react-server', 'import', 'require', 'node', 'default'], mainFields: ['module', 'main', 'types'] },
  },
}
