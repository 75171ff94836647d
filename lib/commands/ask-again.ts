import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import type { RefreshedRegistry } from '@/lib/domain/answers'
import { keptAnswers, mayVisit, type PlainStep } from '@/lib/domain/journey'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isOpenForAnswers } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { askedAbout, findApplication, recordNaming } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { writeFinding } from '@/lib/data/findings'
import { replaceGuardianships } from '@/lib/data/guardians'
import { writeContent } from '@/lib/data/json'
import { countAgainst, waitFor } from '@/lib/data/limits'
import { listApplication } from '@/lib/data/listings'
import { ask as askOnce } from '@/lib/registry/ask'
import { registries, type Registries } from '@/lib/registry/registries'

type Failure = { code: 'NOT_YOURS' | 'NOT_DRAFT' | 'STEP_NOT_REACHED' | 'CHANGED_MEANWHILE' | 'APPEAL_WAITING' } | { code: 'TOO_MANY_QUERIES'; waitMs: number }
type Input = { actor: GuardianActor; applicationId: string; registry: RefreshedRegistry; now: Now; ask?: Registries }

/** From which step on a registry may be asked again. */
const ASKED_FROM = { household: 'household', property: 'basis', 'grandparent-property': 'deed' } as const satisfies Record<Exclude<RefreshedRegistry, 'record'>, PlainStep>

/** 「重新查询」: a renewed certificate or a registry that is up again shows at once. */
export async function askAgain({ actor, applicationId, registry, now, ask = registries() }: Input): Promise<Result<null, Failure>> {
  const application = await findApplication(actor, applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (!isOpenForAnswers(application.status)) return fail({ code: 'NOT_DRAFT' })
  if (application.held) return fail({ code: 'APPEAL_WAITING' })
  const wait = (await waitFor('child-not-named', actor.guardianId)) ?? (await countAgainst('child-query', actor.guardianId))
  if (wait !== null) return fail({ code: 'TOO_MANY_QUERIES', waitMs: wait })

  const record = recordNaming(application, actor.idNumber)
  if (registry !== 'record' && (!record || !mayVisit(ASKED_FROM[registry], application.answers))) return fail({ code: 'STEP_NOT_REACHED' })
  const answer = await askOnce(ask, registry, askedAbout(application, record))
  const named = answer.outcome === 'found' && 'guardians' in answer.value && answer.value.guardians.some((guardian) => guardian.idNumber === actor.idNumber)
  if (registry === 'record' && !named && !record && answer.outcome !== 'unavailable') await countAgainst('child-not-named', actor.guardianId)

  return db().$transaction(async (transaction) => {
    const answers = keptAnswers(registry, application.answers)
    const moved = await transaction.application.updateMany({
      where: { id: applicationId, status: application.status, version: application.version },
      data: {
        // An outage changes nothing that was answered.
        ...(answer.outcome === 'unavailable' ? {} : { answersCipher: writeContent(application.key, 'answers', answers) }),
        version: { increment: 1 },
        updatedAt: new Date(now.season),
      },
    })
    if (moved.count === 0) return fail({ code: 'CHANGED_MEANWHILE' })
    if (named && 'guardians' in answer.value) await replaceGuardianships(transaction, application.studentId, answer.value, new Date(now.season))
    await writeFinding(transaction, application, registry, answer, now.season)
    await recordAudit(transaction, {
      type: 'registry-asked',
      actor: auditedAs(actor),
      application,
      content: { registry, outcome: answer.outcome },
    })
    await listApplication(transaction, applicationId, now.season)
    return succeed(null)
  })
}
