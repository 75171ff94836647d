import { availableParallelism } from 'node:os'
import { table } from '@/scripts/start/terminal'
import { spreadOf } from '../serving/figures'
import type { Crowd } from './crowd'
import type { Heard } from './walker'

/** A city's cohort in its first hour. */
const GOAL = { registrations: 25, p99: 500 } as const
const OF_PEAK = 0.9

type Stretch = { from: number; to: number; house: string; before: Record<string, number> | null; after: Record<string, number> | null }
/** Of a stretch of time; `done` and `asked` are a second, `begun` is all in all. */
export type Measured = { done: number; asked: number; begun: number; whole: number[]; heard: Heard[]; elsewhere: number; failed: ReadonlyMap<string, number>; refused: number; cpu: Record<string, number> }

export function measured({ told, begun }: Crowd, { from, to, house, before, after }: Stretch): Measured {
  const within = ({ at }: { at: number }) => at >= from && at < to
  const seconds = (to - from) / 1000
  const [done, heard] = [told.done.filter(within), told.heard.filter(within)]
  const ours = heard.filter(({ host }) => host === house)
  const cpu = before && after ? Object.entries(after).map(([name, ms]): [string, number] => [name, (ms - (before[name] ?? 0)) / Math.max(1, done.length)]) : []
  return { done: done.length / seconds, asked: ours.length / seconds, begun, whole: done.map(({ at, started }) => (at - started) / 1000), heard: ours, elsewhere: (heard.length - ours.length) / seconds, failed: told.failed, refused: told.refused, cpu: Object.fromEntries(cpu) }
}

const isLight = ({ status }: Heard) => status === 503
const isFault = ({ status }: Heard) => status === 0 || status >= 500

function spread(heard: readonly Heard[]): string[] {
  const { count, median, p95, p99, most } = spreadOf(heard.map(({ ms }) => ms))
  return [String(count), ...[median, p95, p99, most].map((ms) => ms.toFixed(0))]
}

/** @param peak what was served without a crowd at the door */
export function inWords(title: string, now: Measured, peak?: Measured): string {
  const served = now.heard.filter((one) => !isLight(one) && !isFault(one))
  const light = now.heard.filter(isLight)
  const faults = now.heard.filter((one) => isFault(one) && !isLight(one))
  const rows = [...Map.groupBy(served, ({ what }) => what)].map(([what, heard]) => [what, ...spread(heard)])
  const p99 = spreadOf(served.map(({ ms }) => ms)).p99
  return [
    '', `${title}; ${availableParallelism()} cores for the servers, the database and this bench`, '',
    `${now.done.toFixed(2)} registrations a second, ${now.asked.toFixed(0)} requests a second${now.elsewhere > 0 ? `, and ${now.elsewhere.toFixed(0)} of the identity provider` : ''}; from the notice to the receipt ${spreadOf(now.whole).median.toFixed(1)} s in the median, of which 15 are reading`,
    `processor time a registration: ${Object.entries(now.cpu).map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`).join(', ') || 'not known here'}`, '',
    ...table([['request, answered', 'count', 'p50', 'p95', 'p99', 'most (ms)'], ...rows, ['all', ...spread(served)], ...(light.length > 0 ? [['told to come back (503)', ...spread(light)]] : [])]), '',
    `${faults.length} answered with 5xx or not at all, ${light.length} told to come back${now.failed.size > 0 ? `; ended early: ${[...now.failed].map(([why, count]) => `${count} × ${why}`).join('; ')}` : ''}`,
    ...(peak ? overloadGoal(now, peak, faults.length) : [`S3, ${GOAL.registrations} registrations a second with p99 under ${GOAL.p99} ms and no error: ${now.done >= GOAL.registrations && p99 < GOAL.p99 && faults.length === 0 && now.failed.size === 0 ? 'met' : 'not met'}`]),
  ].join('\n')
}

function overloadGoal(now: Measured, peak: Measured, faults: number): string[] {
  const share = now.done / peak.done
  return [`S10, no 5xx but the light page, and served at least ${OF_PEAK} × the peak: ${share.toFixed(2)} × the peak, ${faults} faults: ${share >= OF_PEAK && faults === 0 ? 'met' : 'not met'}`]
}
