import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsoleFrame, Fault } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { Icon } from '@/components/ui/icon'
import { StatusTag } from '@/components/ui/tag'
import { statusWords } from '@/lib/copy/staff/applications'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { applicationQuery, queryString } from '@/lib/domain/application-search'
import { seasonPhase } from '@/lib/domain/season-phase'
import { maskIdNumber } from '@/lib/domain/privacy'
import { hasRight } from '@/lib/domain/staff'
import { openApplicationFile } from '@/lib/commands/open-application-file'
import { countedRecord } from '@/lib/data/applications'
import { masksFor } from '@/lib/data/reveals'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { reveal } from './actions'
import { AppealsSection, EstablishedSection, InquiriesSection } from './county-sections'
import { FamilySection } from './family-section'
import { SectionLinks } from './file-section'
import { ConsentsSection, MessagesSection, NotesSection, TimelineSection } from './history-sections'
import { JudgedSection } from './judged-section'
import { RegistersSection } from './registers-section'
import { ResultSection } from './result-section'
import { ReturnsSection } from './returns-section'

export const metadata: Metadata = { title: '登记' }

const KEYS = [{ keys: ['Esc'], what: '回到登记查询' }] as const

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The file of a family: everything about one registration on one page, opened on the record. */
export default async function ApplicationPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const actor = await requireStaff('applications', paths.applicationFile(applicationId))
  const query = await searchParams
  const list = queryString(applicationQuery.parse(query))
  const now = await requestNow()
  const file = z.uuid().safeParse(applicationId).success ? await openApplicationFile({ actor, applicationId, now }) : null
  if (!file) notFound()
  const { application, published, submissions } = file
  const numbers = { mask: await masksFor(actor, application, now), applicationId, list, reveal: hasRight(actor.role, 'reveal') ? reveal : undefined }
  const open = seasonPhase(published.season.settings, now.season) === 'open'
  const { tag, text } = statusWords(application.status, { open, round: submissions[0]?.round ?? 0 })
  return (
    <ConsoleFrame actor={actor} current="applications" demonstration={isDemonstration()} keys={KEYS}>
      <main id="main" className="file-page">
        <div className="case-head">
          <a className="tool" href={list ? `${paths.applications}?${list}` : paths.applications} aria-label="回到登记查询" data-key="escape"><Icon name="chevron-left" /></a>
          <h1>{countedRecord(application)?.value.student.name ?? maskIdNumber(application.studentIdNumber)}</h1>
          <StatusTag kind={tag}>{text}</StatusTag>
          {submissions[0] && <span className="num text-sm text-ink-soft">回执 {submissions[0].receiptNumber}</span>}
          <span className="grow" />
          {hasRight(actor.role, 'approveDesk') && <a className="tool" href={paths.deskFamily(applicationId)}>线下窗口</a>}
        </div>
        <Fault code={query.fault} />
        <div className="file">
          <SectionLinks />
          <div>
            <FamilySection file={file} numbers={numbers} />
            <JudgedSection file={file} />
            <ResultSection file={file} />
            <RegistersSection file={file} numbers={numbers} />
            <InquiriesSection file={file} />
            <EstablishedSection file={file} />
            <AppealsSection file={file} mayOpen={hasRight(actor.role, 'queue')} />
            <ReturnsSection file={file} actor={actor} list={list} at={now.season} />
            <NotesSection file={file} />
            <MessagesSection file={file} />
            <ConsentsSection file={file} mayOpen={hasRight(actor.role, 'approveDesk')} />
            <TimelineSection file={file} />
          </div>
        </div>
        <ListKeys />
      </main>
    </ConsoleFrame>
  )
}
