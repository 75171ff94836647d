import 'server-only'
import type { GuardianActor } from '@/lib/domain/actor'
import type { BoundGrandparent } from '@/lib/domain/answers'
import { recordNaming, type Application } from './applications'
import { keyedDigest } from './cipher'

type Named = { idNumber: string; name: string }

/** Stands for a grandparent in forms; says nothing outside this application. */
export function grandparentReference(applicationId: string, idNumber: string): string {
  return keyedDigest('grandparent', `${applicationId}:${idNumber}`).slice(0, 22)
}

/** The county's approval of this very kinship, while its guardian is still on the record. */
export function approvedKinship(actor: GuardianActor, application: Application, { idNumber, name }: Named): BoundGrandparent | null {
  const guardians = recordNaming(application, actor.idNumber)?.guardians ?? []
  const approved = application.established.kinships.find(
    ({ value }) => value.grandparent.idNumber === idNumber && value.grandparent.name === name && guardians.some((guardian) => guardian.idNumber === value.through),
  )
  return approved ? { idNumber, name, through: approved.value.through, proof: 'APPEAL', sourceId: approved.id } : null
}

/**
 * The grandparent who was asked about last, with the proof of the kinship: the county's, else the registry's. Null
 * while nothing proves it, whatever the answers say.
 */
export function provedGrandparent(actor: GuardianActor, application: Application): BoundGrandparent | null {
  const asked = application.answers.grandparent
  if (!asked) return null
  const approved = approvedKinship(actor, application, asked)
  if (approved) return approved
  const { kinship } = application.findings
  if (kinship?.outcome !== 'found' || kinship.value.grandparent.idNumber !== asked.idNumber) return null
  const guardians = recordNaming(application, actor.idNumber)?.guardians ?? []
  const through = guardians.find((guardian) => kinship.value.through.includes(guardian.idNumber))
  return through ? { idNumber: asked.idNumber, name: asked.name, through: through.idNumber, proof: 'REGISTRY', sourceId: kinship.id } : null
}

/** What the form of a grandparent begins with: who was typed last, else whom registry or county proved before. */
export function grandparentTyped({ answers, findings: { kinship }, established }: Application): Named | null {
  return answers.grandparent ?? (kinship?.outcome === 'found' ? kinship.value.grandparent : null) ?? established.kinships[0]?.value.grandparent ?? null
}

/** When registry or county proved it, milliseconds; null where another grandparent has been asked about since. */
export function provedAt({ findings: { kinship }, established }: Application, { proof, sourceId }: BoundGrandparent): number | null {
  if (proof === 'APPEAL') return established.kinships.find((one) => one.id === sourceId)?.at ?? null
  return kinship?.id === sourceId ? kinship.askedAt : null
}
