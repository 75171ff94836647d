import type { Metadata } from 'next'
import { RefusalNotice } from '@/components/application/refusal-notice'
import { Actions } from '@/components/layout/actions'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { Bullets } from '@/components/ui/bullets'
import { ButtonLink } from '@/components/ui/button'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { admittedTo } from '@/lib/copy/admission'
import { ERROR_WORDS, isErrorCode } from '@/lib/copy/errors'
import { OBJECTION, OBJECTION_CAN, objectionLateWords } from '@/lib/copy/objections'
import { dayAndTime, lastMinute } from '@/lib/copy/time'
import { paths } from '@/lib/paths'
import { ObjectionForm } from './objection-form'
import { openObjection, type OpenObjection } from './open-objection'
import { SentView, WaitingSteps } from './sent-view'

export const metadata: Metadata = { title: OBJECTION.title }

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<{ fault?: string }> }

/** What a family can do when it thinks that its result is wrong: say so within the season's days, and read the answer. */
export default async function ObjectionPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const open = await openObjection(applicationId)
  const { fault } = await searchParams
  const { child, published, objections, late } = open
  const { schools, settings } = published.season
  const [newest] = objections
  const waits = newest?.status === 'waiting'
  return (
    <Page title={OBJECTION.title} lead={waits ? OBJECTION.waitingLead : newest && child} back={paths.children}>
      {fault && isErrorCode(fault) && <RefusalNotice {...ERROR_WORDS[fault]} />}
      {newest && <SentView objection={newest} schools={schools} />}
      {newest && waits && <WaitingSteps objection={newest} applicationId={applicationId} />}
      {!newest && <ResultNow open={open} />}
      {!newest && (late ? <Notice kind="neutral"><p>{objectionLateWords(lastMinute(open.until))}</p></Notice> : <Form open={open} />)}
      {newest && !waits && !late && <More summary={OBJECTION.again}><ResultNow open={open} /><Form open={open} /></More>}
      {(newest || late) && <Actions><ButtonLink href={paths.children} variant="secondary">{OBJECTION.back}</ButtonLink></Actions>}
      <Help schools={schools} firstCode={open.result.schoolCode} desk={settings.help.desk} hours={settings.help.hours} lead={OBJECTION.help} />
    </Page>
  )
}

/** The result that is objected to, and until when. */
function ResultNow({ open: { child, result, until, published } }: { open: OpenObjection }) {
  const school = published.season.schools.find(({ code }) => code === result.schoolCode)?.name ?? null
  return (
    <SummaryList>
      <SummaryRow term="学生">{child}</SummaryRow>
      <SummaryRow term={OBJECTION.school}><b>{admittedTo(school)}</b></SummaryRow>
      <SummaryRow term={OBJECTION.published}><span className="tabular-nums"><Phrases text={dayAndTime(result.publishedAt)} /></span></SummaryRow>
      <SummaryRow term={OBJECTION.until}><span className="tabular-nums"><Phrases text={lastMinute(until)} /></span></SummaryRow>
    </SummaryList>
  )
}

function Form({ open: { applicationId, result } }: { open: OpenObjection }) {
  return (
    <ObjectionForm applicationId={applicationId} resultId={result.id}>
      <Bullets>{OBJECTION_CAN.map((line) => <li key={line}><Phrases text={line} /></li>)}</Bullets>
    </ObjectionForm>
  )
}
