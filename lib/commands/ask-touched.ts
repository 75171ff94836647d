import 'server-only'
import type { Now } from '@/lib/domain/actor'
import type { DraftAnswers, RefreshedRegistry } from '@/lib/domain/answers'
import { keptAnswers, type AskedRegistry } from '@/lib/domain/journey'
import type { RegisterKind } from '@/lib/domain/registers'
import { isOpenForAnswers } from '@/lib/domain/status'
import { recordAudit } from '@/lib/audit/record'
import { applicationColumns, askedAbout, childAs, countedRecord, toApplication, type Application } from '@/lib/data/applications'
import { db, type Transaction } from '@/lib/data/db'
import { writeFinding } from '@/lib/data/findings'
import { actorOf, identityColumns, replaceGuardianships } from '@/lib/data/guardians'
import { writeContent } from '@/lib/data/json'
import { listApplication } from '@/lib/data/listings'
import { writeMessage } from '@/lib/data/messages'
import { claimTouches, settleTouches, type DueTouch } from '@/lib/data/register-touches'
import { mayStillAct } from '@/lib/data/unfinished'
import { ask as askOnce } from '@/lib/registry/ask'
import { registries, type Registries } from '@/lib/registry/registries'
import { log } from '@/lib/log'

const AT_ONCE = 50

/** What is asked again where a register has changed. A contract is asked for by a number that the family types anew, so that nobody learns of another's. */
const ASKED: Record<RegisterKind, readonly RefreshedRegistry[]> = { people: ['record', 'household'], relations: ['record'], properties: ['property', 'grandparent-property'], contracts: [] }

type Answered = { registry: RefreshedRegistry; answer: Awaited<ReturnType<typeof askOnce>> }

/**
 * Asks the registers again for drafts of which an import or a department's answer says something new, as 「重新查询」 does,
 * and tells the family. Runs all the time on every server; what a silent register leaves open is tried again later.
 */
export async function askTouched({ now, ask = registries() }: { now: Now; ask?: Registries }): Promise<void> {
  for (let due = await claimTouches(now.real, AT_ONCE); due.length > 0; due = await claimTouches(now.real, AT_ONCE)) {
    for (const touch of due) {
      try {
        await settle(touch, ask, now)
      } catch (error) {
        log.warn({ application: touch.applicationId, code: error instanceof Error ? error.name : 'unknown' }, 'registers could not be asked again, will be tried later')
      }
    }
  }
}

async function settle({ applicationId, ids, kinds, imports }: DueTouch, ask: Registries, now: Now): Promise<void> {
  const row = await db().application.findUnique({ where: { id: applicationId }, select: { ...applicationColumns, guardian: { select: identityColumns } } })
  const application = row && toApplication(row)
  if (!row || !application || !isOpenForAnswers(application.status)) return settleTouches(db(), ids)
  const answered = await askEach(application, kinds, ask)
  if (answered.some(({ answer }) => answer.outcome === 'unavailable')) return
  const changed = answered.filter((one) => isNews(application, one))
  const dropped: AskedRegistry[] = [...changed.map((one) => one.registry), ...(kinds.includes('contracts') && application.answers.contract ? ['contract' as const] : [])]
  await db().$transaction(async (transaction) => {
    if (!(await renew(transaction, application, dropped, now))) return
    for (const one of changed) await note(transaction, application, one, now)
    if (dropped.length > 0) await listApplication(transaction, applicationId, now.season)
    const guardian = actorOf(row.guardian)
    const told = (await mayStillAct(transaction, application, now.season)) ? imports.slice(0, 1) : []
    for (const importId of told) {
      await writeMessage(transaction, {
        guardianId: guardian.guardianId, application, at: now.season, sms: true, onceKey: `register-updated:${importId}:${applicationId}`,
        code: 'register-updated', content: { child: childAs(application, guardian.idNumber) },
      })
    }
    await settleTouches(transaction, ids)
  })
}

/** Only what was asked before: what comes later on the way is asked then. */
async function askEach(application: Application, kinds: readonly RegisterKind[], ask: Registries): Promise<Answered[]> {
  const about = askedAbout(application, countedRecord(application)?.value ?? null)
  const wanted = [...new Set(kinds.flatMap((kind) => ASKED[kind]))].filter((registry) => findingOf(application, registry) !== null)
  return Promise.all(wanted.map(async (registry) => ({ registry, answer: await askOnce(ask, registry, about) })))
}

function findingOf({ findings }: Application, registry: RefreshedRegistry) {
  return registry === 'grandparent-property' ? findings.grandparentProperty : findings[registry]
}

/** Whether a register says something else than what stands there: another version that says the same costs no family its answers. */
function isNews(application: Application, { registry, answer }: Answered): boolean {
  const before = findingOf(application, registry)
  const [known, said] = [before?.outcome === 'found' ? before.value : null, answer.outcome === 'found' ? answer.value : null]
  return before?.outcome !== answer.outcome || JSON.stringify(known) !== JSON.stringify(said)
}

/** What was chosen on the old answers goes. A record that the county has established stays what counts, and so does what rests on it. @returns false when the family has gone on meanwhile */
async function renew(transaction: Transaction, { id, status, version, key, answers, established }: Application, dropped: readonly AskedRegistry[], now: Now): Promise<boolean> {
  const kept = dropped.filter((registry) => registry !== 'record' || established.record === null).reduce((left: DraftAnswers, registry) => keptAnswers(registry, left), answers)
  if (dropped.length === 0) return true
  const moved = await transaction.application.updateMany({
    where: { id, status, version },
    data: { answersCipher: writeContent(key, 'answers', kept), version: { increment: 1 }, updatedAt: new Date(now.season) },
  })
  return moved.count === 1
}

async function note(transaction: Transaction, application: Application, { registry, answer }: Answered, now: Now): Promise<void> {
  if (answer.outcome === 'found' && 'guardians' in answer.value) await replaceGuardianships(transaction, application.studentId, answer.value, new Date(now.season))
  await writeFinding(transaction, application, registry, answer, now.season)
  await recordAudit(transaction, { type: 'registry-asked', actor: { kind: 'system' }, application, content: { registry, outcome: answer.outcome } })
}
