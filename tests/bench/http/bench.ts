import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { orRefusal, Refusal } from '@/scripts/database/refusal'
import { say, stage, table } from '@/scripts/start/terminal'
import { serveBare } from '../serving/bare'
import { Clients, type Asked } from '../serving/clients'
import { spreadOf } from '../serving/figures'
import { withHouse, type House } from '../serving/house'
import type { Prepared, WizardPage } from './families'

/**
 * `npm run bench:http` (S1, S2): how many requests a second each of the wizard's pages serves, beside a bare page of Next that
 * reads one row; how many submits, beside a bare route that inserts the rows that each of them wrote. By turns, so that a slow
 * moment of the machine falls on both; a ratio is that of a turn.
 */
const USAGE = 'usage: npm run bench:http [-- --clients 4] [--turns 7] [--requests 60]\n'
const GOAL = { page: 0.8, submit: 0.7 } as const

type Plan = { clients: number; turns: number; requests: number }
/** Requests a second of each turn. */
type Rates = { name: string; goal: number; ours: number[]; bare: number[] }

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { clients: { type: 'string', default: '4' }, turns: { type: 'string', default: '7' }, requests: { type: 'string', default: '60' } } })
  const plan = { clients: Number(values.clients), turns: Number(values.turns), requests: Number(values.requests) }
  if (Object.values(plan).some((one) => !Number.isInteger(one) || one < 1)) throw new Refusal(USAGE.trim())
  await withHouse(async () => {
    const { prepare } = await import('./families')
    return { furniture: await prepare(plan.turns) }
  }, (house, prepared) => measure(house, prepared, plan))
}

async function measure({ programs, env }: House, { pages, submits }: Prepared, plan: Plan): Promise<void> {
  const bare = new Clients(await stage('yardstick', () => serveBare(programs, env.databaseUrl), (port) => `http://localhost:${port}`), plan.clients)
  const ours = new Clients(env.port, plan.clients, { name: `localhost:${env.port}`, keeps: false })
  const rates: Rates[] = []
  for (const page of pages) rates.push(await pageByTurns(page, ours, bare, plan))
  const { submitsByTurns } = await import('./submits')
  rates.push({ name: '「提交入学信息」', goal: GOAL.submit, ...(await submitsByTurns(submits, env, bare, plan.clients)) })
  say(`\n${report(rates, plan)}`)
  for (const clients of [ours, bare]) clients.close()
}

async function pageByTurns({ name, asked, bareAddress }: WizardPage, ours: Clients, bare: Clients, { turns, requests, clients }: Plan): Promise<Rates> {
  const rates: Rates = { name, goal: GOAL.page, ours: [], bare: [] }
  const plain: Asked = { address: bareAddress, cookie: '' }
  for (const [client, one] of [[ours, asked], [bare, plain]] as const) await rateOf(client, one, clients * 2)
  for (let turn = 0; turn < turns; turn++) {
    rates.bare.push(await rateOf(bare, plain, requests))
    rates.ours.push(await rateOf(ours, asked, requests))
  }
  return rates
}

async function rateOf(clients: Clients, asked: Asked, requests: number): Promise<number> {
  const since = performance.now()
  const answers = await clients.all(Array.from({ length: requests }, () => asked))
  const seconds = (performance.now() - since) / 1000
  const other = answers.find(({ status }) => status !== 200)
  if (other) throw new Error(`${asked.address} answers ${other.status} ${other.location ?? ''}`)
  return requests / seconds
}

function report(rates: readonly Rates[], { clients, turns, requests }: Plan): string {
  const one = (value: number) => value.toFixed(0)
  const lines = rates.map(({ name, goal, ours, bare }) => {
    const [our, their, ratio] = [spreadOf(ours), spreadOf(bare), spreadOf(ours.map((rate, turn) => rate / (bare[turn] ?? rate)))]
    const met = ratio.median >= goal
    return { met, row: [name, one(our.median), `${one(our.least)} – ${one(our.most)}`, one(their.median), `${one(their.least)} – ${one(their.most)}`, ratio.median.toFixed(2), `${ratio.least.toFixed(2)} – ${ratio.most.toFixed(2)}`, `≥ ${goal}`, met ? 'met' : 'not met'] }
  })
  return [
    `requests a second, ${clients} clients, ${turns} turns of ${requests} (of submits: as many as there are families); Node ${process.versions.node}, ${availableParallelism()} cores, shared with the database and the clients`, '',
    ...table([['', 'ours', 'from – to', 'bare', 'from – to', 'ratio', 'from – to', 'goal', ''], ...lines.map(({ row }) => row)]), '',
    `${lines.filter(({ met }) => met).length} of ${lines.length} meet their goal`,
  ].join('\n')
}

await orRefusal(main)
