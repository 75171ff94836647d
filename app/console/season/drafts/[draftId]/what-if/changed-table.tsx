import type { ReactNode } from 'react'
import { NO_CATEGORY, NO_SCHOOL_YET } from '@/lib/copy/staff/season-trial'
import { shortLabel } from '@/lib/domain/overview'
import type { ChangedFamily, SimulationResult } from '@/lib/domain/simulation'
import { paths } from '@/lib/paths'

type Props = { families: readonly ChangedFamily[]; result: SimulationResult; names: ReadonlyMap<string, string>; /** may open a registration */ mayOpen: boolean }

/** Whose category or school changes. Opening a registration is on the record, so that nothing here is fetched ahead. */
export function ChangedTable({ families, result, names, mayOpen }: Props) {
  const school = (codes: readonly string[]) => codes.map((code) => result.schools.find((one) => one.code === code)?.name ?? code).join('或') || NO_SCHOOL_YET
  const category = (code: string | null) => (code === null ? NO_CATEGORY : shortLabel(result.categories.find((one) => one.code === code)?.label ?? code))
  return (
    <div className="scroll">
      <table className="table" data-rows>
        <caption className="sr-only">类别或者学校有变化的登记</caption>
        <thead><tr><th scope="col">学生</th><th scope="col">学校</th><th scope="col">类别</th><th scope="col">学区行</th></tr></thead>
        <tbody>
          {families.map(({ applicationId, before, after }) => {
            const name = names.get(applicationId) ?? '资料已清除'
            return (
              <tr key={applicationId}>
                <td>{mayOpen && names.has(applicationId) ? <a href={paths.applicationFile(applicationId)}>{name}</a> : name}</td>
                <Cell before={school(before.schools)} after={school(after.schools)} />
                <Cell before={category(before.category)} after={category(after.category)} />
                <Cell before={before.row ?? '—'} after={after.row ?? '—'} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ before, after }: { before: string; after: string }): ReactNode {
  return <td>{before === after ? before : <><span className="text-ink-soft">{before}</span> → <b>{after}</b></>}</td>
}
