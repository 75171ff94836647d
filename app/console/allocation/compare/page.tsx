import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConsolePage } from '@/components/console/console-page'
import { Empty } from '@/components/ui/empty'
import { requireStaff } from '@/lib/auth/require-staff'
import { comparedRuns } from '@/lib/domain/allocation'
import { childrenOf } from '@/lib/data/allocation-figures'
import { listMoves } from '@/lib/data/allocation-moves'
import { findAllocationRun, listAllocationRuns } from '@/lib/data/allocation-runs'
import { db } from '@/lib/data/db'
import { getSeasonVersion } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { CompareForm } from '../compare-form'
import { LoadsSideBySide } from './loads-side-by-side'
import { MovesTable } from './moves-table'

export const metadata: Metadata = { title: '对比两次试排' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Two runs side by side: what each makes of every school, and who ends otherwise. */
export default async function ComparePage({ searchParams }: Props) {
  const actor = await requireStaff('allocation', paths.allocation)
  const asked = comparedRuns.safeParse(await searchParams)
  const [one, other] = asked.success ? await Promise.all([findAllocationRun(db(), actor, asked.data.one), findAllocationRun(db(), actor, asked.data.other)]) : []
  if (!one || !other || one.year !== other.year) notFound()
  const [moves, runs, before, after] = await Promise.all([listMoves(db(), one.id, other.id), listAllocationRuns(db(), one), getSeasonVersion(one.seasonVersionId), getSeasonVersion(other.seasonVersionId)])
  const children = await childrenOf(db(), moves.flatMap(({ some }) => some))
  const names = new Map([...(before?.season.schools ?? []), ...(after?.season.schools ?? [])].map(({ code, name }) => [code, name]))
  const said = [one.inputsHash === other.inputsHash ? '登记和方案相同' : '登记或方案不同', one.seed === other.seed ? '种子相同' : '种子不同']
  return (
    <ConsolePage actor={actor} current="allocation" title={`第 ${one.number} 次和第 ${other.number} 次`} lead={`${said.join('，')}。`} back={{ href: paths.allocation, to: '录取' }} demonstration={isDemonstration()}>
      <CompareForm runs={runs} one={one.id} other={other.id} />
      <section className="con-part" aria-labelledby="loads">
        <h2 id="loads" className="text-lg">各校</h2>
        <LoadsSideBySide one={one} other={other} names={names} />
      </section>
      <section className="con-part" aria-labelledby="moves">
        <h2 id="moves" className="text-lg">结果不同的 {moves.reduce((sum, { count }) => sum + count, 0)} 人</h2>
        {moves.length === 0 ? <Empty title="没有人的结果不同">两次对每一个学生都一样。</Empty> : <MovesTable moves={moves} names={names} pupils={children} />}
      </section>
    </ConsolePage>
  )
}
