import 'server-only'
import type { AppealKind } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { APPEAL_STEP } from '@/lib/domain/appeals'
import { mayVisit } from '@/lib/domain/journey'
import { countedRecord, recordNaming, type Application } from './applications'
import { listBases } from './bases'
import type { PublishedSeason } from './seasons'

export type NotAdmitted = 'STEP_NOT_REACHED' | 'APPEAL_NOT_NEEDED' | 'BASIS_CLOSED'

/**
 * Whether this family may make an appeal of that kind now: where the registries give cause for it, from the step that it
 * is about. A family with urban housing is kept out of no valid materials here, whatever address it typed.
 * @param at the season's clock, milliseconds
 */
export function notAdmitted(kind: AppealKind, actor: GuardianActor, application: Application, { season }: PublishedSeason, at: number): NotAdmitted | null {
  const { answers, findings, held } = application
  if (kind === 'STUDENT_NOT_FOUND') return findings.record?.outcome === 'not-found' && !countedRecord(application) ? null : 'APPEAL_NOT_NEEDED'
  if (kind === 'GUARDIAN_MISMATCH') return countedRecord(application) ? null : 'APPEAL_NOT_NEEDED'
  const record = recordNaming(application, actor.idNumber)
  if (!record || !mayVisit(APPEAL_STEP[kind], answers, held)) return 'STEP_NOT_REACHED'
  if (kind === 'SINGLE_PARENT' || kind === 'BLENDED_FAMILY') return record.guardians.length > 1 ? null : 'APPEAL_NOT_NEEDED'
  if (kind === 'GRANDPARENT_KINSHIP') return null
  const state = listBases(actor, application, season, at).find((one) => one.basis === 'NO_VALID_MATERIALS')
  return state?.state === 'closed' ? 'BASIS_CLOSED' : null
}
