import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { AUDIT_EVENT_NAMES, ERASED, fieldName } from '@/lib/copy/staff/audit'
import { fieldValue } from '@/lib/copy/staff/audit-values'
import { dayAndExactTime } from '@/lib/copy/time'
import { auditQuery, linesOf, readAuditFilters } from '@/lib/domain/audit-filters'
import { requireStaff } from '@/lib/auth/require-staff'
import { openAuditEvent } from '@/lib/commands/open-audit-event'
import type { AuditEvent } from '@/lib/data/audit'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { actorWords } from '../audit-table'

export const metadata: Metadata = { title: '审计记录' }

const KEYS = [{ keys: ['Esc'], what: '回到审计' }] as const

type Props = { params: Promise<{ eventId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** One event with what it holds: opening it is written down. */
export default async function AuditEventPage({ params, searchParams }: Props) {
  const { eventId } = await params
  const actor = await requireStaff('audit', paths.auditEvent(eventId))
  const id = z.string().regex(/^\d{1,18}$/).safeParse(eventId)
  const event = id.success ? await openAuditEvent({ actor, eventId: id.data }) : null
  if (!event) notFound()
  const facts = [
    ['编号', event.id],
    ['时间', dayAndExactTime(event.at)],
    ['谁做的', actorWords(event.actor)],
    ['家庭', event.family ? (event.family.receiptNumber ?? '没有回执') : '与家庭无关'],
    ['封存', event.seal === null ? '等待封存' : `第 ${event.seal} 号`],
  ] as const
  return (
    <ConsolePage actor={actor} current="audit" demonstration={isDemonstration()} title={AUDIT_EVENT_NAMES[event.type]} lead="您打开这一条，也已经记入审计。" keys={KEYS} back={{ href: `${paths.audit}${auditQuery(readAuditFilters(await searchParams))}`, to: '审计' }}>
      <dl className="facts max-w-3xl">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <section className="max-w-3xl" aria-labelledby="content">
        <h2 id="content" className="sub">内容</h2>
        <Content {...event} />
      </section>
      <ListKeys />
    </ConsolePage>
  )
}

function Content({ content, officers }: Pick<AuditEvent, 'content' | 'officers'>) {
  if (content.state === 'erased') return <p className="text-sm text-ink-soft">{ERASED}</p>
  const lines = content.state === 'open' ? linesOf(content.value) : []
  if (lines.length === 0) return <p className="text-sm text-ink-soft">这一条没有别的内容。</p>
  return <dl className="facts">{lines.map(({ path, value }) => <div key={path}><dt>{fieldName(path)}</dt><dd>{officers.get(value) ?? fieldValue(path, value)}</dd></div>)}</dl>
}
