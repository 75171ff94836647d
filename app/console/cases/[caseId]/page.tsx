import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsoleFrame, Fault } from '@/components/console/console-page'
import { db } from '@/lib/data/db'
import { countInHand } from '@/lib/data/claims'
import { listReviewers } from '@/lib/data/staff'
import { readCase } from '@/lib/commands/read-case'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { CASE_KEYS, LOOKING_KEYS, TICKING_KEYS } from '@/lib/copy/staff/case-file'
import { listQuery, readCaseFilters } from '@/lib/domain/case-filters'
import { maskIdNumber } from '@/lib/domain/privacy'
import { hasRight } from '@/lib/domain/staff'
import { isDemonstration } from '@/lib/env'
import { casePath, queuePath } from '../case-path'
import { askedList } from '../queue-list'
import { AnswersSection } from './answers-section'
import { Bench } from './bench'
import { CaseHead } from './case-head'
import { ComparisonTable } from './comparison-table'
import { ContestedSection } from './contested-section'
import { decidingOn, picturesOf } from './deciding'
import { HandForms } from './hand-forms'
import { HistorySection } from './history-section'
import { NotesSection } from './notes-section'
import { OutlookSection } from './outlook-section'
import { RelatedSection } from './related-section'
import { WithdrawalsSection } from './withdrawals-section'

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: '审核' }

/** A case on one screen: what the registries and the family say, the papers, the decision. That it was opened is written down. */
export default async function Case({ params, searchParams }: Props) {
  const { caseId } = await params
  const query = await searchParams
  const actor = await requireStaff('queue', casePath(caseId, askedList(query)))
  const now = await requestNow()
  const opened = z.uuid().safeParse(caseId).success ? await readCase({ actor, caseId, now }) : null
  if (!opened) notFound()
  const { file, related, siblings, notes, withdrawals, returnable, answers } = opened
  const list = listQuery(readCaseFilters(query, actor.role), actor.role)
  const place = { caseId, list }
  const mayDecide = hasRight(actor.role, 'decide')
  const proposed = file.is === 'objection' && file.contested.waiting !== null
  const inHand = file.claim?.staffId === actor.staffId && !proposed
  const givable = hasRight(actor.role, 'reassign') && file.open && !proposed
  const pictures = file.is === 'objection' ? null : picturesOf(file)
  const keys = CASE_KEYS[inHand ? (file.is === 'submission' && !returnable ? 'closed' : file.is) : givable ? 'givable' : !mayDecide ? 'watched' : file.open && !file.claim && !proposed ? 'free' : 'passed']
  return (
    <ConsoleFrame actor={actor} current="queue" demonstration={isDemonstration()} keys={pictures && pictures.length > 0 ? [...LOOKING_KEYS, ...(inHand ? TICKING_KEYS : []), ...keys] : keys}>
      <main id="main" className="flex flex-1 flex-col">
        <CaseHead file={file} child={childOf(opened)} staffId={actor.staffId} now={now} place={place} back={queuePath(list)} also={mayDecide ? await countInHand(db(), actor, now.real, caseId) : 0} />
        {query.fault !== undefined && <div className="px-gutter py-3"><Fault code={query.fault} /></div>}
        <div className="case">
          {file.is === 'objection' && <ContestedSection file={file} siblings={siblings} />}
          <section className="case-facts" aria-label="登记信息与家庭填写">
            <ComparisonTable file={file} />
            <AnswersSection answers={answers} />
            <OutlookSection file={file} />
            <RelatedSection related={related} season={file.published.season} />
            <HistorySection file={file} />
            <WithdrawalsSection withdrawals={withdrawals} />
            <NotesSection notes={notes} place={place} mayWrite={mayDecide} />
          </section>
          <Bench key={caseId} pictures={pictures} deciding={inHand ? decidingOn(file, place, returnable) : null} />
          {!inHand && <HandForms file={file} place={place} mayDecide={mayDecide} mayApprove={hasRight(actor.role, 'approveResult')} reviewers={givable ? await listReviewers(db(), actor) : null} />}
        </div>
      </main>
    </ConsoleFrame>
  )
}

/** By name where the record or the claim has one. */
function childOf({ file, related }: NonNullable<Awaited<ReturnType<typeof readCase>>>): string {
  const claim = file.is === 'appeal' ? file.appeal.claim : null
  const claimed = claim && 'student' in claim ? claim.student.name : null
  return related.own?.detail.child ?? claimed ?? maskIdNumber(file.application.studentIdNumber)
}
