import type { AppealClaim } from './appeal-claims'
import { guardianSubject } from './appeal-claimants'

type Known = { self: string; studentIdNumber: string; guardians: readonly { idNumber: string }[] }

/** A claim as the form of its appeal has it: what was typed comes back when it is to be changed. */
export function typedFrom(claim: AppealClaim, known: Known): Record<string, string> {
  const subjectOf = (idNumber: string) => {
    const index = known.guardians.findIndex((guardian) => guardian.idNumber === idNumber)
    return index < 0 ? '' : guardianSubject(index)
  }
  switch (claim.kind) {
    case 'STUDENT_NOT_FOUND':
      return { studentName: claim.student.name, ...guardiansTyped(claim.guardians, known), address: claim.household.address, ...headTyped(claim.household.headIdNumber, claim.guardians, known) }
    case 'GUARDIAN_MISMATCH':
      return { studentName: claim.student.name, ...guardiansTyped(claim.guardians, known), explanation: claim.explanation }
    case 'SINGLE_PARENT':
      return { removed: subjectOf(claim.removed), reason: claim.reason, explanation: claim.explanation }
    case 'BLENDED_FAMILY':
      return { kept: subjectOf(claim.kept), explanation: claim.explanation }
    case 'GRANDPARENT_KINSHIP':
      return { grandparentName: claim.grandparent.name, grandparentIdNumber: claim.grandparent.idNumber, kinship: claim.kinship, through: subjectOf(claim.through), agreed: 'yes' }
    case 'NO_VALID_MATERIALS':
      return { ground: claim.ground, address: claim.address, evidence: claim.evidence }
  }
}

type Guardians = Extract<AppealClaim, { kind: 'STUDENT_NOT_FOUND' }>['guardians']

function guardiansTyped(guardians: Guardians, { self }: Known): Record<string, string> {
  const own = guardians.find((guardian) => guardian.idNumber === self)
  const other = guardians.find((guardian) => guardian.idNumber !== self)
  return { relation: own?.relation ?? '', otherName: other?.name ?? '', otherIdNumber: other?.idNumber ?? '', otherRelation: other?.relation ?? '' }
}

function headTyped(headIdNumber: string | null, guardians: Guardians, { self, studentIdNumber }: Known): Record<string, string> {
  if (headIdNumber === self) return { head: 'self' }
  if (headIdNumber === studentIdNumber) return { head: 'student' }
  if (guardians.some((guardian) => guardian.idNumber === headIdNumber)) return { head: 'other' }
  return { head: 'someone', headIdNumber: headIdNumber ?? '' }
}
