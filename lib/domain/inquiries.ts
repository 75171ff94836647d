import type { AppealKind } from '@/lib/rules'
import type { AppealClaim } from './appeal-claims'
import type { Known } from './case-comparison'
import type { EstablishedProperty } from './desk-entries'
import type { RegisterKind } from './registers'

/** Whom the county asks whether its register is right. */
export const DEPARTMENTS = ['police', 'resources'] as const
export type Department = (typeof DEPARTMENTS)[number]

/** Appeals that say that a register of people is wrong. */
export const POLICE_SUBJECTS = ['STUDENT_NOT_FOUND', 'GUARDIAN_MISMATCH', 'SINGLE_PARENT', 'BLENDED_FAMILY', 'GRANDPARENT_KINSHIP'] as const satisfies readonly AppealKind[]
/** A deed or contract on which a family asks for its seat, and which the register does not have; or has only the desk seen it. */
const RESOURCES_SUBJECTS = ['no-property', 'no-grandparent-property', 'certificate-not-found', 'contract-not-found', 'verified-property'] as const
export const INQUIRY_SUBJECTS = [...POLICE_SUBJECTS, ...RESOURCES_SUBJECTS] as const
export type InquirySubject = (typeof INQUIRY_SUBJECTS)[number]

export const INQUIRY_OUTCOMES = ['confirmed-family', 'confirmed-register', 'corrected', 'unknown'] as const
export type InquiryOutcome = (typeof INQUIRY_OUTCOMES)[number]

type Person = { idNumber: string; name: string | null }

/** What an inquiry is about, before it is put into words for the department. */
export type InquiryFacts =
  | { subject: (typeof POLICE_SUBJECTS)[number]; claim: AppealClaim; known: Known }
  | { subject: 'no-property' | 'no-grandparent-property'; people: readonly Person[] }
  | { subject: 'certificate-not-found' | 'contract-not-found'; number: string; people: readonly Person[] }
  | { subject: 'verified-property'; property: EstablishedProperty }

/** What a department writes in its answer; the code itself is taken too. */
export const OUTCOME_WORDS = {
  'confirmed-family': '与家庭说的一致',
  'confirmed-register': '与登记一致',
  corrected: '登记已更正',
  unknown: '查不清',
} as const satisfies Record<InquiryOutcome, string>

export function inquiryOutcome(written: string): InquiryOutcome | null {
  const plain = written.normalize('NFKC').trim()
  return INQUIRY_OUTCOMES.find((outcome) => outcome === plain || OUTCOME_WORDS[outcome] === plain) ?? null
}

/** Who keeps the register that the subject is about. */
export function departmentOf(subject: InquirySubject): Department {
  return POLICE_SUBJECTS.some((one) => one === subject) ? 'police' : 'resources'
}

/** Which registers a department may have mended in answering: those are asked again. */
export function registersBehind(subject: InquirySubject): readonly RegisterKind[] {
  if (departmentOf(subject) === 'police') return ['people', 'relations']
  return subject === 'contract-not-found' ? ['contracts'] : ['properties']
}

/** 360123-2023-00012: says whose inquiry it is, and nothing of the family. */
export function inquiryNumber({ county, year, number }: { county: string; year: number; number: number }): string {
  return `${county}-${year}-${String(number).padStart(5, '0')}`
}

/** The same as a department writes it back; null for what is no number. */
export function readInquiryNumber(written: string): { county: string; year: number; number: number } | null {
  const [, county, year, number] = /^(\d{6})-(\d{4})-(\d{5,8})$/.exec(written.normalize('NFKC').trim()) ?? []
  return county && year && number ? { county, year: Number(year), number: Number(number) } : null
}

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
