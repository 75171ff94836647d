import type { GuardianActor } from './actor'
import type { AppealAnswers } from './appeal-answers'
import type { AppealClaim, EstablishedRecord, Kinship } from './appeal-claims'
import type { RecordFinding } from './findings'
import { sexOf } from './national-id'
import type { Relation } from './relation'
import { fail, succeed, type Result } from './result'

type Guardians = EstablishedRecord['guardians']
type Known = { actor: Pick<GuardianActor, 'idNumber' | 'name'>; studentIdNumber: string; record: Pick<RecordFinding, 'student' | 'guardians'> | null }

/** Stands for a guardian of the record in forms and for whose page a material is; counted from 1. */
export function guardianSubject(index: number): string {
  return `guardian-${index + 1}`
}

/** The guardians whose papers an appeal is about: those that it claims, else those of the record. */
export function guardiansOfClaim(claim: AppealClaim, ofRecord: Guardians): Guardians {
  return claim.kind === 'STUDENT_NOT_FOUND' || claim.kind === 'GUARDIAN_MISMATCH' ? claim.guardians : ofRecord
}

type ClaimFault = { code: 'FIELD'; field: string; fault: 'other-same-as-self' | 'child-as-guardian' | 'removed-missing' | 'removed-self' | 'kept-missing' | 'kept-not-self' | 'through-missing' | 'head-other-missing' | 'relation-sex' | 'kinship-sex' | 'kinship-side' }
const wrong = (field: string, fault: ClaimFault['fault']) => fail({ code: 'FIELD' as const, field, fault })

/**
 * What was typed, as the people whom it means. The signed-in guardian is one of the claimed guardians always: nobody
 * appeals for others.
 */
export function claimFrom(given: AppealAnswers, { actor, studentIdNumber, record }: Known): Result<AppealClaim, ClaimFault> {
  const version = { schemaVersion: 1 } as const
  const ofSubject = (subject: string) => record?.guardians.find((_, index) => guardianSubject(index) === subject)?.idNumber
  switch (given.kind) {
    case 'STUDENT_NOT_FOUND': {
      const { input, kind } = given
      const guardians = claimedGuardians(input, actor, studentIdNumber)
      if (!guardians.ok) return guardians
      if (input.head === 'other' && !guardians.value[1]) return wrong('head', 'head-other-missing')
      const heads = { self: actor.idNumber, other: guardians.value[1]?.idNumber ?? null, student: studentIdNumber, someone: input.headIdNumber || null }
      return succeed({
        ...version, kind, guardians: guardians.value,
        student: { idNumber: studentIdNumber, name: input.studentName },
        household: { address: input.address, headIdNumber: heads[input.head] },
      })
    }
    case 'GUARDIAN_MISMATCH': {
      const { input, kind } = given
      const guardians = claimedGuardians(input, actor, studentIdNumber)
      if (!guardians.ok) return guardians
      // Whom the record does not name types the name, and learns nothing of the record's; of the others it is the record's.
      const named = record?.guardians.some((guardian) => guardian.idNumber === actor.idNumber)
      const student = { idNumber: studentIdNumber, name: (named && record?.student.name) || input.studentName }
      return succeed({ ...version, kind, guardians: guardians.value, student, explanation: input.explanation })
    }
    case 'SINGLE_PARENT': {
      const { input, kind } = given
      const removed = ofSubject(input.removed)
      if (removed === undefined) return wrong('removed', 'removed-missing')
      if (removed === actor.idNumber) return wrong('removed', 'removed-self')
      return succeed({ ...version, kind, removed, reason: input.reason, explanation: input.explanation })
    }
    case 'BLENDED_FAMILY': {
      const { input, kind } = given
      const kept = ofSubject(input.kept)
      if (kept === undefined) return wrong('kept', 'kept-missing')
      // Whoever is chosen goes on; another one's choice is for that one to make, signed in.
      if (kept !== actor.idNumber) return wrong('kept', 'kept-not-self')
      return succeed({ ...version, kind, kept, explanation: input.explanation })
    }
    case 'GRANDPARENT_KINSHIP': {
      const { input, kind } = given
      const through = record?.guardians.find((_, index) => guardianSubject(index) === input.through)
      if (!through) return wrong('through', 'through-missing')
      const { sex, child } = GRANDPARENTS[input.kinship]
      if (sexOf(input.grandparentIdNumber) !== sex) return wrong('kinship', 'kinship-sex')
      if (through.relation !== child && through.relation !== 'GUARDIAN') return wrong('through', 'kinship-side')
      return succeed({ ...version, kind, through: through.idNumber, kinship: input.kinship, grandparent: { idNumber: input.grandparentIdNumber, name: input.grandparentName } })
    }
    case 'NO_VALID_MATERIALS': {
      const { input, kind } = given
      return succeed({ ...version, kind, ground: input.ground, address: input.address, evidence: input.evidence })
    }
  }
}

/** What the ID number and the guardian between must be, for a grandparent to be who they are said to be. */
const GRANDPARENTS = {
  PATERNAL_GRANDFATHER: { sex: '男', child: 'FATHER' },
  PATERNAL_GRANDMOTHER: { sex: '女', child: 'FATHER' },
  MATERNAL_GRANDFATHER: { sex: '男', child: 'MOTHER' },
  MATERNAL_GRANDMOTHER: { sex: '女', child: 'MOTHER' },
} as const satisfies Record<Kinship, { sex: ReturnType<typeof sexOf>; child: Exclude<Relation, 'GUARDIAN'> }>

/** A father's number is a man's and a mother's a woman's: a slip in the list is found now, not by the reviewer days later. */
function isOfSex(relation: Relation, idNumber: string): boolean {
  return relation === 'GUARDIAN' || sexOf(idNumber) === (relation === 'FATHER' ? '男' : '女')
}

type Typed = { relation: Relation; otherName: string; otherIdNumber: string; otherRelation: '' | Relation }

function claimedGuardians({ relation, otherName, otherIdNumber, otherRelation }: Typed, actor: Known['actor'], studentIdNumber: string) {
  const self = { idNumber: actor.idNumber, name: actor.name, relation }
  if (!isOfSex(relation, actor.idNumber)) return wrong('relation', 'relation-sex')
  if (otherRelation === '') return succeed([self])
  if (otherIdNumber === actor.idNumber) return wrong('otherIdNumber', 'other-same-as-self')
  if (otherIdNumber === studentIdNumber) return wrong('otherIdNumber', 'child-as-guardian')
  if (!isOfSex(otherRelation, otherIdNumber)) return wrong('otherRelation', 'relation-sex')
  return succeed([self, { idNumber: otherIdNumber, name: otherName, relation: otherRelation }])
}

/**
 * The record as it is once an appeal about it is approved; null for the kinds that change no record.
 * @param household what the county read in the household book at an earlier appeal; it stays
 */
export function recordOnceApproved(claim: AppealClaim, record: Known['record'], household: EstablishedRecord['household']): EstablishedRecord | null {
  switch (claim.kind) {
    case 'STUDENT_NOT_FOUND':
      return { schemaVersion: 1, student: claim.student, guardians: claim.guardians, household: claim.household }
    case 'GUARDIAN_MISMATCH':
      return { schemaVersion: 1, student: record?.student ?? claim.student, guardians: claim.guardians, household }
    case 'SINGLE_PARENT':
      return record && { schemaVersion: 1, student: record.student, guardians: record.guardians.filter((guardian) => guardian.idNumber !== claim.removed), household }
    case 'BLENDED_FAMILY':
      return record && { schemaVersion: 1, student: record.student, guardians: record.guardians.filter((guardian) => guardian.idNumber === claim.kept), household }
    case 'GRANDPARENT_KINSHIP':
    case 'NO_VALID_MATERIALS':
      return null
  }
}
