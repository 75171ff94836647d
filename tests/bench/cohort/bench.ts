import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { orRefusal, Refusal } from '@/scripts/database/refusal'
import { say } from '@/scripts/start/terminal'
import { Clients } from '../serving/clients'
import { cpuOf } from '../serving/cpu'
import { withHouse, type House } from '../serving/house'
import { Crowd, type Town } from './crowd'
import { inWords, measured, type Measured } from './report'

/**
 * `npm run bench:cohort` (S3): guardians without JavaScript register, from the notice over the sign-in to the receipt, as fast as
 * the server lets them. Closed: so many at a time. Open (`--rate`): so many a second. `--overload` (S10): closed first, for how many
 * a second there can be, then open with ten times as many.
 */
const USAGE = 'usage: npm run bench:cohort [-- --clients 16] [--seconds 45, or 20 before an overload] [--families 3000, or 6000 for an overload] [--rate REGISTRATIONS_A_SECOND] [--overload] [--sessions]\n'
const COUNTY = '360123'
const TIMES = 10
/** Until the first have read what they are shown, and as many submit as begin. */
const WARM_UP_MS = 25_000
const OVERLOAD_MS = 60_000
const MOST_SOCKETS = 4000

type Plan = { clients: number; seconds: number; families: number; rate: number | null; overload: boolean; sessions: boolean }

function planned(): Plan {
  const { values } = parseArgs({ options: { clients: { type: 'string', default: '16' }, seconds: { type: 'string' }, families: { type: 'string' }, rate: { type: 'string' }, overload: { type: 'boolean', default: false }, sessions: { type: 'boolean', default: false } } })
  const [clients, seconds, families, rate] = [values.clients, values.seconds ?? (values.overload ? '20' : '45'), values.families ?? (values.overload ? '6000' : '3000'), values.rate ?? '1'].map(Number)
  if (![clients, seconds, families, rate].every((one) => one !== undefined && one > 0)) throw new Refusal(USAGE.trim())
  return { clients: clients ?? 0, seconds: seconds ?? 0, families: families ?? 0, rate: values.rate === undefined ? null : (rate ?? 0), overload: values.overload, sessions: values.sessions }
}

async function main(): Promise<void> {
  const plan = planned()
  await withHouse(async () => {
    const { furnish } = await import('./town')
    return furnish(COUNTY, plan.families, plan.sessions)
  }, (house, furniture) => run(house, furniture, plan))
}

async function run(house: House, { families, sessions }: Pick<Town, 'families' | 'sessions'>, plan: Plan): Promise<void> {
  const { env } = house
  const issuer = new URL(env.oidc.issuer)
  const named = (url: URL, sockets: number) => [url.host, new Clients(Number(url.port), sockets, { name: url.host, keeps: true })] as const
  const base = new URL(env.baseUrl)
  const town = (own: Town['families'], sockets: number): Town => ({ base, families: own, sessions, servers: new Map([named(base, sockets), named(issuer, sockets)]) })
  say(`${plan.families.toLocaleString('en-US')} families; ${sessions ? 'sessions made before' : 'each signs in through the identity provider’s own pages'}`)
  if (plan.rate !== null) return say(inWords(`open, ${plan.rate} registrations begin a second`, await during(house, new Crowd(town(families, MOST_SOCKETS)), plan.seconds * 1000, (crowd, end) => crowd.open(plan.rate ?? 0, end))))
  const closed = await during(house, new Crowd(town(families, plan.clients)), plan.seconds * 1000, (crowd, end) => crowd.closed(plan.clients, end))
  say(inWords(`closed, ${plan.clients} at a time`, closed))
  if (!plan.overload) return
  const rate = TIMES * closed.done
  const over = await during(house, new Crowd(town(families.slice(closed.begun), MOST_SOCKETS)), OVERLOAD_MS, (crowd, end) => crowd.open(rate, end))
  say(inWords(`open, ${rate.toFixed(0)} registrations begin a second, ${TIMES} times of what was served`, over, closed))
}

/** A crowd at work; what counts is what happens once as many submit as begin. */
async function during({ programs, env }: House, crowd: Crowd, ms: number, work: (crowd: Crowd, end: number) => Promise<void>): Promise<Measured> {
  const from = performance.now() + WARM_UP_MS
  const pids = programs.pids()
  const working = work(crowd, from + ms)
  await Promise.race([pause(WARM_UP_MS), working])
  const before = cpuOf(pids)
  await working
  const after = cpuOf(pids)
  return measured(crowd, { from, to: from + ms, house: new URL(env.baseUrl).host, before, after })
}

await orRefusal(main)
