import { parseArgs } from 'node:util'
import { createAccount } from '@/lib/commands/create-account'
import { disableAccount } from '@/lib/commands/disable-account'
import { enableAccount } from '@/lib/commands/enable-account'
import { resetAccount } from '@/lib/commands/reset-account'
import { readClock } from '@/lib/clock'
import { listAccounts } from '@/lib/data/staff-directory'
import { STAFF_ROLES } from '@/lib/domain/staff'
import { table } from './start/terminal'
import { refuse, runCommand } from './streams/operator-command'

const USAGE = `usage: npm run staff -- create --role ${STAFF_ROLES.join('|')} --county CODE [--school CODE] --username NAME [--name 姓名]
       npm run staff -- list [--county CODE]
       npm run staff -- disable|enable|reset --username NAME
`

/** What a refusal means to whoever typed the command. */
const REFUSALS = {
  COUNTY_UNKNOWN: 'there is no such county in this city',
  NO_SEASON: 'the county has no published season, so that no school of it is known yet',
  SCHOOL_MISSING: 'a clerk belongs to a school: --school CODE',
  SCHOOL_NOT_ASKED: '--school is for the role school alone',
  SCHOOL_UNKNOWN: "the county's published season has no school of this code",
  USERNAME_UNFIT: 'a username begins with a letter and has 3 to 40 small letters, digits and hyphens',
  USERNAME_TAKEN: 'this username is taken',
  NOT_FOUND: 'there is no account of this username',
} as const

type Given = { values: Record<string, string | undefined>; now: number }
type Answer = { ok: true; lines: readonly string[] } | { ok: false; code: string }

/** Shown once and kept nowhere in clear: what is lost here is made anew by `reset`. */
function secretsOf(username: string, { password, secret, uri }: { password: string; secret: string; uri: string }): Answer {
  const lines = [`username           ${username}`, `one-time password  ${password}`, `TOTP secret        ${secret}`, `                   ${uri}`, 'Hand both over in person. The first sign-in replaces them; they are not shown again.']
  return { ok: true, lines }
}

async function create({ values: { county = '', school, username = '', name, role } }: Given): Promise<Answer> {
  const known = STAFF_ROLES.find((one) => one === role)
  if (!known) return { ok: false, code: 'USAGE' }
  const created = await createAccount({ county, role: known, schoolCode: school ?? null, username, name: name ?? username })
  return created.ok ? secretsOf(username, created.value) : { ok: false, code: created.failure.code }
}

async function list({ values: { county }, now }: Given): Promise<Answer> {
  const accounts = await listAccounts(county ? { county } : {}, now)
  const rows = accounts.map((one) => [one.county, one.role, one.schoolCode ?? '', one.username, one.name, one.standing, one.lastSeenAt === null ? 'never' : new Date(one.lastSeenAt).toISOString(), String(one.sessions)])
  return { ok: true, lines: table([['county', 'role', 'school', 'username', 'name', 'standing', 'last seen', 'sessions'], ...rows]) }
}

async function disable({ values: { username = '' }, now }: Given): Promise<Answer> {
  const disabled = await disableAccount({ by: 'operator', account: { username }, now })
  return disabled.ok ? { ok: true, lines: [`${username} is disabled; its sessions have ended`] } : { ok: false, code: disabled.failure.code }
}

async function enable({ values: { username = '' } }: Given): Promise<Answer> {
  const enabled = await enableAccount({ by: 'operator', account: { username } })
  return enabled.ok ? { ok: true, lines: [`${username} is enabled`] } : { ok: false, code: enabled.failure.code }
}

async function reset({ values: { username = '' } }: Given): Promise<Answer> {
  const made = await resetAccount({ username })
  return made.ok ? secretsOf(username, made.value) : { ok: false, code: made.failure.code }
}

const VERBS: ReadonlyMap<string, (given: Given) => Promise<Answer>> = new Map([['create', create], ['list', list], ['disable', disable], ['enable', enable], ['reset', reset]])
const text = { type: 'string' } as const

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { role: text, county: text, school: text, username: text, name: text } })
  const verb = positionals.length === 1 ? VERBS.get(positionals[0] ?? '') : undefined
  if (!verb) return refuse(USAGE, 2)
  const answer = await verb({ values, now: (await readClock()).real })
  if (!answer.ok) return refuse(Object.entries(REFUSALS).find(([code]) => code === answer.code)?.[1].concat('\n') ?? USAGE, 1)
  process.stdout.write(`${answer.lines.join('\n')}\n`)
  return 0
}

await runCommand(main, USAGE, 'nothing was done')
