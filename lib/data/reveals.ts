import 'server-only'
import type { GuardianActor, Now, StaffActor } from '@/lib/domain/actor'
import { appealClaim } from '@/lib/domain/appeal-claims'
import { maskOf, REVEAL_MS, type Masked, type MaskedKind } from '@/lib/domain/reveals'
import { findApplicationOfCounty, type Application } from './applications'
import { keyedDigest } from './cipher'
import { db, type Db } from './db'
import { actorOf, identityColumns } from './guardians'
import { readContent } from './json'
import { findOwnSchool } from './own-school'
import { findApplicant } from './school-applicants'

/** Stands for one value of one application in forms and in `reveals`; without INDEX_KEY nobody can try numbers against it. */
function fieldOf({ id }: Pick<Application, 'id'>, kind: MaskedKind, value: string): string {
  return `${kind}-${keyedDigest('reveal', `${id}:${kind}:${value}`).slice(0, 22)}`
}

export type Masks = (kind: MaskedKind, value: string) => Masked

/** How this officer sees the numbers of an application now: masked, but for those that were asked for in the last five minutes. */
export async function masksFor({ staffId }: StaffActor, application: Pick<Application, 'id'>, now: Now): Promise<Masks> {
  const rows = await db().reveal.findMany({ where: { staffId, applicationId: application.id, revealedAt: { gt: new Date(now.real - REVEAL_MS) } }, select: { field: true, revealedAt: true }, orderBy: { revealedAt: 'asc' } })
  const open = new Map(rows.map((row) => [row.field, row.revealedAt.getTime() + REVEAL_MS - now.real]))
  return (kind, value) => {
    const field = fieldOf(application, kind, value)
    const leftMs = open.get(field) ?? 0
    return { field, kind, masked: maskOf(kind, value), full: leftMs > 0 ? value : null, leftMs }
  }
}

/** The application, where this officer may see it at all: of the county, or pre-allocated to the officer's own school (R-49, R-52). */
export async function findOpenTo(actor: StaffActor, applicationId: string, now: Now): Promise<Application | null> {
  const application = await findApplicationOfCounty(actor, applicationId)
  if (!application || actor.role !== 'school') return application
  const own = await findOwnSchool(actor, now.season)
  return own && (await findApplicant(own.scope, applicationId)) ? application : null
}

/** The value that a field stands for, where it is one of this application's. */
export async function findMasked(on: Db, application: Application, field: string): Promise<{ kind: MaskedKind; value: string } | null> {
  const row = await on.application.findUniqueOrThrow({
    where: { id: application.id },
    select: { guardian: { select: identityColumns }, appeals: { where: { county: application.county }, select: { answersCipher: true } } },
  })
  const claims = row.appeals.map(({ answersCipher }) => readContent(application.key, 'appeal', answersCipher, appealClaim))
  return numbersOf(application, actorOf(row.guardian), claims).find(({ kind, value }) => fieldOf(application, kind, value) === field) ?? null
}

const NUMBERS: Readonly<Record<string, MaskedKind>> = { idNumber: 'id-number', headIdNumber: 'id-number', certificateNumber: 'home-number', contractNumber: 'home-number' }

/** Every number that a page about this application may show: the family's own, and those in answers, findings and claims. */
function numbersOf({ studentIdNumber, answers, findings, established }: Application, guardian: GuardianActor, claims: readonly unknown[]): { kind: MaskedKind; value: string }[] {
  const found: { kind: MaskedKind; value: string }[] = [{ kind: 'id-number', value: studentIdNumber }, { kind: 'id-number', value: guardian.idNumber }]
  if (guardian.phone) found.push({ kind: 'phone', value: guardian.phone })
  const look = (content: unknown): void => {
    if (typeof content !== 'object' || content === null) return
    for (const [name, value] of Object.entries(content)) {
      const kind = NUMBERS[name]
      if (kind && typeof value === 'string') found.push({ kind, value })
      else look(value)
    }
  }
  look([answers, findings, established, claims])
  return found
}
