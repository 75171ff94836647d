import type { AllocationRun } from '@/lib/data/allocation-runs'
import type { PublishedSeason } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'

/** A school a line: its seats, who has them, and how many who wanted it wait for the county. */
export function SchoolTable({ run, season: { schools } }: { run: AllocationRun; season: PublishedSeason['season'] }) {
  const loads = new Map(run.loads.map((load) => [load.school, load]))
  const wantedBy = (code: string, outcome?: string) => run.counts.reduce((sum, one) => (one.wanted === code && (outcome === undefined || one.outcome === outcome) ? sum + one.count : sum), 0)
  return (
    <section className="con-part" aria-labelledby="schools">
      <h2 id="schools" className="text-lg">各校</h2>
      <div className="scroll">
        <table className="table">
          <caption className="sr-only">各校的学位和录取人数</caption>
          <thead><tr><th scope="col">学校</th><th scope="col" className="end">学位</th><th scope="col" className="end">预分配</th><th scope="col" className="end">录取</th><th scope="col" className="end">统筹进来</th><th scope="col" className="end">保留</th><th scope="col" className="end">空余</th><th scope="col" className="end">等人工安排</th></tr></thead>
          <tbody>
            {schools.flatMap(({ code, name }) => {
              const load = loads.get(code)
              return load ? [
                <tr key={code}>
                  <th scope="row"><a href={`${paths.allocationRun(run.id)}?school=${encodeURIComponent(code)}#decisions`}>{name}</a></th>
                  {[load.capacity, wantedBy(code), load.admitted, load.coordinated, load.held, load.capacity - load.admitted - load.coordinated - load.held, wantedBy(code, 'by-hand')].map((count, place) => <td key={place} className="end">{count}</td>)}
                </tr>,
              ] : []
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
