import { AUDIT_ACTOR_NAMES, AUDIT_EVENT_NAMES } from '@/lib/copy/staff/audit'
import { dayAndExactTime } from '@/lib/copy/time'
import { auditQuery, type AuditFilters } from '@/lib/domain/audit-filters'
import type { AuditLine } from '@/lib/data/audit'
import { paths } from '@/lib/paths'

type Props = { lines: readonly AuditLine[]; filters: AuditFilters }

/** One line an event; what it holds is read on its own page, and that is an event too. */
export function AuditTable({ lines, filters }: Props) {
  const narrowed = (to: Partial<AuditFilters>) => `${paths.audit}${auditQuery({ ...filters, before: null, ...to })}`
  return (
    <div className="scroll">
      <table className="table" data-rows>
        <caption className="sr-only">审计记录，最新的在前</caption>
        <thead><tr><th scope="col">时间</th><th scope="col">操作</th><th scope="col">谁做的</th><th scope="col">家庭</th><th scope="col">封存</th></tr></thead>
        <tbody>
          {lines.map(({ id, at, type, actor, family, seal }) => (
            <tr key={id}>
              <td><a href={`${paths.auditEvent(id)}${auditQuery(filters)}`}>{dayAndExactTime(at)}</a></td>
              <td>{AUDIT_EVENT_NAMES[type]}</td>
              <td>{actor.id ? <a className="font-normal" href={narrowed({ actor: actor.id })}>{actorWords(actor)}</a> : actorWords(actor)}</td>
              <td>{family && <a className="font-normal" href={narrowed({ family: family.id })}>{family.receiptNumber ?? '没有回执'}</a>}</td>
              <td>{seal === null ? '等待' : `第 ${seal} 号`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function actorWords({ kind, name }: AuditLine['actor']): string {
  return name ? `${AUDIT_ACTOR_NAMES[kind]} ${name}` : AUDIT_ACTOR_NAMES[kind]
}
