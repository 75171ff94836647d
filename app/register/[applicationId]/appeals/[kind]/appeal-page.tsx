import type { ReactNode } from 'react'
import { ManualLink } from '@/components/application/manual-link'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import type { FieldProblem } from '@/components/ui/error-summary'
import { APPEALS } from '@/lib/copy/appeals'
import { ERROR_WORDS, isErrorCode } from '@/lib/copy/errors'
import { APPEAL_STEP } from '@/lib/domain/appeals'
import { mayVisit, type PlainStep } from '@/lib/domain/journey'
import { paths, stepPath } from '@/lib/paths'
import type { OpenAppeal } from '../open-appeal'

type Props = {
  open: OpenAppeal
  lead?: ReactNode
  /** what went wrong with the last post: a code of the address */
  fault?: string | null
  errors?: readonly FieldProblem[]
  children: ReactNode
}

/** The page from which an appeal of a basis is made; the other kinds are about a step that all families share. */
const PAGE_OF_BASIS = { GRANDPARENT_KINSHIP: 'grandparent', NO_VALID_MATERIALS: 'no-materials' } as const

/** Where an appeal's page leads back to, and on to once it is approved. */
export function stepOf({ application, kind }: OpenAppeal): PlainStep {
  const step = kind === 'GRANDPARENT_KINSHIP' || kind === 'NO_VALID_MATERIALS' ? PAGE_OF_BASIS[kind] : APPEAL_STEP[kind]
  return mayVisit(step, application.answers, application.held) ? step : APPEAL_STEP[kind]
}

/** The frame of an appeal: its name, what could not be done, how it stands, whom to phone. */
export function AppealPage({ open, lead, fault, errors, children }: Props) {
  const { application, kind, over, published } = open
  const { schools, settings } = published.season
  const step = stepOf(open)
  // Where the journey is held, the step leads straight back here.
  const back = !over && application.held !== step && mayVisit(step, application.answers, application.held) ? stepPath(application.id, step) : paths.children
  const refused = fault && isErrorCode(fault) ? ERROR_WORDS[fault] : null
  return (
    <Page title={APPEALS[kind].title} lead={lead} back={back} errors={errors}>
      {refused && <Notice kind="neutral" title={refused.title}><p role="alert">{refused.text}</p></Notice>}
      {children}
      <ManualLink step={kind} />
      <Help schools={schools} desk={settings.help.desk} hours={settings.help.hours} lead="不确定交什么材料，先打电话问自己地段的学校。" />
    </Page>
  )
}
