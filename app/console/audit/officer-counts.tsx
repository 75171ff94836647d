import { AUDIT_EVENT_NAMES, countedWords } from '@/lib/copy/staff/audit'
import { COUNTED_ACTS, type OfficerCount } from '@/lib/data/audit-counts'
import type { AuditEventType } from '@/lib/domain/audit'
import { auditQuery, type AuditFilters } from '@/lib/domain/audit-filters'
import { paths } from '@/lib/paths'

type Props = { type: AuditEventType; counts: readonly OfficerCount[]; filters: AuditFilters }

/** Who did one act how often: whoever has had more numbers shown than colleagues stands at the top. */
export function OfficerCounts({ type, counts, filters }: Props) {
  if (counts.length === 0) return null
  return (
    <section className="max-w-form" aria-labelledby="counts">
      <h2 id="counts" className="sub">{AUDIT_EVENT_NAMES[type]}：各人几次</h2>
      <table className="table">
        <thead><tr><th scope="col">谁</th><th scope="col" className="num">次数</th></tr></thead>
        <tbody>
          {counts.map(({ staffId, name, count }) => (
            <tr key={staffId}>
              <td><a href={`${paths.audit}${auditQuery({ ...filters, actor: staffId, before: null })}`}>{name}</a></td>
              <td className="num">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-xs text-ink-soft">{countedWords(COUNTED_ACTS)}</p>
    </section>
  )
}
