import { StatusTag } from '@/components/ui/tag'
import { shortDayAndTime } from '@/lib/copy/time'
import { totalOf } from '@/lib/domain/allocation'
import type { AllocationRun } from '@/lib/data/allocation-runs'
import { paths } from '@/lib/paths'

type Props = { runs: readonly AllocationRun[]; names: ReadonlyMap<string, string>; /** the run whose publication waits for an administrator */ waitingId: string | null }

/** A line a run, the newest first. */
export function RunsTable({ runs, names, waitingId }: Props) {
  return (
    <div className="scroll">
      <table className="table" data-rows>
        <caption className="sr-only">历次试排，最近的在前</caption>
        <thead><tr><th scope="col">次序</th><th scope="col">时间</th><th scope="col">试排人</th><th scope="col">种子</th><th scope="col" className="end">录取</th><th scope="col" className="end">统筹</th><th scope="col" className="end">人工安排</th><th scope="col" className="end">保留学位</th><th scope="col">状态</th></tr></thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td><a href={paths.allocationRun(run.id)}>第 {run.number} 次</a></td>
              <td>{shortDayAndTime(run.createdAt)}</td>
              <td>{run.createdById === null ? '平台运维' : names.get(run.createdById)}</td>
              <td><span className="cell-long" title={run.seed}>{run.seed}</span></td>
              <td className="end">{totalOf(run.counts, 'admitted')}</td>
              <td className="end">{totalOf(run.counts, 'coordinated')}</td>
              <td className="end">{totalOf(run.counts, 'by-hand')}</td>
              <td className="end">{run.loads.reduce((sum, { held }) => sum + held, 0)}</td>
              <td><Standing run={run} waits={run.id === waitingId} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Standing({ run: { publishedAt }, waits }: { run: AllocationRun; waits: boolean }) {
  if (publishedAt !== null) return <StatusTag kind="ok">已公布</StatusTag>
  return waits ? <StatusTag kind="wait">等待同意公布</StatusTag> : <StatusTag kind="draft">试排</StatusTag>
}
