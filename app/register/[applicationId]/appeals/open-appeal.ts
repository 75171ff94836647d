import 'server-only'
import type { ErrorCode } from '@/lib/copy/errors'
import { APPEAL_SLUGS, leftToTheDesk, mayBeSent, type AppealHead } from '@/lib/domain/appeals'
import { endsWithTheClose } from '@/lib/domain/completion'
import { seasonPhase } from '@/lib/domain/season-phase'
import { notAdmitted, type NotAdmitted } from '@/lib/data/appeal-admission'
import { newestAppeal, type Appeal } from '@/lib/data/appeals'
import { paths } from '@/lib/paths'
import { inSeason, openOwn, type OpenDraft } from '../open-draft'

export type Closed = NotAdmitted | Extract<ErrorCode, 'APPEAL_WAITING'>

/** What every page of an appeal is given. */
export type OpenAppeal = OpenDraft & {
  kind: AppealHead['kind']
  appeal: Appeal | null
  /** why this family cannot make this appeal now; null when it can */
  closed: Closed | null
  /** whether form and files may be changed and sent */
  editable: boolean
  /** the season is over: what was sent goes on without the family */
  over: boolean
  /** over, and the county's desk finishes the registration */
  toDesk: boolean
}

/**
 * The guardian's own appeal of a kind, or the place where it will be. After the close only one that was sent, of a
 * registration that can still be completed, is to be seen; anything else leads to the children's page, as every page of the season does.
 */
export async function openAppeal(applicationId: string, kind: AppealHead['kind']): Promise<OpenAppeal> {
  const draft = await openOwn(applicationId, paths.appeal(applicationId, APPEAL_SLUGS[kind]))
  const { actor, application, published, at } = draft
  const appeal = await newestAppeal(application, kind)
  const { settings } = published.season
  if (!appeal || appeal.status === 'draft' || endsWithTheClose(application.status, settings, at)) inSeason(draft)
  return {
    ...draft,
    kind,
    appeal,
    closed: application.held ? 'APPEAL_WAITING' : notAdmitted(kind, actor, application, published, at),
    editable: appeal !== null && mayBeSent(appeal, settings, at),
    over: seasonPhase(settings, at) !== 'open',
    toDesk: leftToTheDesk(application, settings) !== null,
  }
}
