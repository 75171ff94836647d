import { availableParallelism } from 'node:os'
import { replayAllocation } from '@/lib/commands/replay-allocation'
import { workOut } from '@/lib/data/allocation-outcome'
import { bundleFiles } from '@/lib/files/allocation-bundle'
import { table } from '@/scripts/start/terminal'
import { aSeason, childrenOf } from './candidates'

/** How long the final allocation of a city takes: lots drawn, children placed, hashes, the bundle, and its replay. */
const CHILDREN = 100_000
const ROUNDS = 5

const season = aSeason(CHILDREN)
const inputs = childrenOf(season, CHILDREN)
const version = { number: 1, filesHash: 'none' }

function timed<Value>(work: () => Value): { value: Value; ms: number } {
  const began = performance.now()
  const value = work()
  return { value, ms: performance.now() - began }
}

const rounds = Array.from({ length: ROUNDS }, () => {
  const { value: worked, ms: allocated } = timed(() => workOut(season, inputs, 'bench'))
  if ('findings' in worked) throw new Error('the bench’s season has findings')
  const { value: files, ms: bundled } = timed(() => bundleFiles({ season, version, seed: 'bench', worked }))
  const { value: replayed, ms: replay } = timed(() => replayAllocation(files))
  if (!replayed.ok || replayed.value.files.some(({ agrees }) => !agrees)) throw new Error('the replay does not agree')
  return { allocated, bundled, replay, worked }
})

const median = (of: 'allocated' | 'bundled' | 'replay') => `${Math.round(rounds.map((round) => round[of]).toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0)} ms`
const counts = Map.groupBy(rounds[0]?.worked.lines ?? [], ({ outcome, because }) => `${outcome}, ${because}`)

process.stdout.write(`Node ${process.versions.node}, one of ${availableParallelism()} cores, ${CHILDREN} children (seed 2023), median of ${ROUNDS} rounds\n\n`)
process.stdout.write(`${table([['lots, placing, hashes', median('allocated')], ['bundle', median('bundled')], ['replayed and compared', median('replay')]]).join('\n')}\n\n`)
process.stdout.write(`${table([...counts].toSorted().map(([outcome, lines]) => [outcome, String(lines.length)])).join('\n')}\n`)
