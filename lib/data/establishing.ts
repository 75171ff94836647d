import 'server-only'
import { recordOnceApproved } from '@/lib/domain/appeal-claimants'
import type { AppealClaim, EstablishedKinship, EstablishedMaterials, EstablishedRecord, EstablishmentKind } from '@/lib/domain/appeal-claims'
import { countedRecord, type Application } from './applications'

export type WouldEstablish =
  | { kind: Extract<EstablishmentKind, 'record'>; content: EstablishedRecord }
  | { kind: Extract<EstablishmentKind, 'kinship'>; content: EstablishedKinship }
  | { kind: Extract<EstablishmentKind, 'no-valid-materials'>; content: EstablishedMaterials }

/** What the approval of a claim makes true. Null when the record has changed since it was made, so that there is nothing left to which it applies. */
export function whatItEstablishes(claim: AppealClaim, application: Application): WouldEstablish | null {
  if (claim.kind === 'NO_VALID_MATERIALS') return { kind: 'no-valid-materials', content: { schemaVersion: 1, ground: claim.ground, address: claim.address } }
  const record = countedRecord(application)?.value ?? null
  if (claim.kind === 'GRANDPARENT_KINSHIP') {
    if (!record?.guardians.some((guardian) => guardian.idNumber === claim.through)) return null
    return { kind: 'kinship', content: { schemaVersion: 1, grandparent: claim.grandparent, kinship: claim.kinship, through: claim.through } }
  }
  if (claim.kind === 'SINGLE_PARENT' && !record?.guardians.some((guardian) => guardian.idNumber === claim.removed)) return null
  const established = recordOnceApproved(claim, record, application.established.record?.value.household ?? null)
  return established && established.guardians.length > 0 ? { kind: 'record', content: established } : null
}

/** Of something that is not written down anywhere. */
const IMAGINED = 'imagined'

/** The application as it would stand once that were established: what its reviewer is shown before deciding. Nothing is written. */
export function onceEstablished(application: Application, would: WouldEstablish, at: number): Application {
  const { established, answers } = application
  const head = { id: IMAGINED, at }
  if (would.kind === 'record') return { ...application, established: { ...established, record: { ...head, value: would.content } }, held: null }
  if (would.kind === 'kinship') {
    const { grandparent, through } = would.content
    const bound = [...(answers.bound ?? []).filter((one) => one.idNumber !== grandparent.idNumber), { ...grandparent, through, proof: 'APPEAL' as const, sourceId: IMAGINED }]
    return { ...application, established: { ...established, kinships: [{ ...head, value: would.content }, ...established.kinships] }, answers: { ...answers, bound } }
  }
  return { ...application, established: { ...established, materials: { ...head, value: would.content } }, answers: { ...answers, noMaterials: { establishmentId: IMAGINED } } }
}
