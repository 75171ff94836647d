import type { AppealKind } from '@/lib/rules'
import type { AppealClaim } from './appeal-claims'
import type { Known } from './case-comparison'
import type { EstablishedProperty } from './desk-entries'
import { z } from 'zod'
import { withoutIdNumbers } from './privacy'
import type { RegisterKind } from './registers'

/** Whom the county asks whether its register is right. */
export const DEPARTMENTS = ['police', 'resources'] as const
export type Department = (typeof DEPARTMENTS)[number]

/** Appeals that say that a register of people is wrong. */
export const POLICE_SUBJECTS = ['STUDENT_NOT_FOUND', 'GUARDIAN_MISMATCH', 'SINGLE_PARENT', 'BLENDED_FAMILY', 'GRANDPARENT_KINSHIP'] as const satisfies readonly AppealKind[]
/** A deed or contract on which a family asks for its seat, and which the register does not have; or has only the desk seen it. */
export const RESOURCES_SUBJECTS = ['no-property', 'no-grandparent-property', 'certificate-not-found', 'contract-not-found', 'verified-property'] as const
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

export function departmentOf(subject: InquirySubject): Department {
  return POLICE_SUBJECTS.some((one) => one === subject) ? 'police' : 'resources'
}

/** Which registers a department may have mended in answering: those are asked again. */
export function registersBehind(subject: InquirySubject): readonly RegisterKind[] {
  if (departmentOf(subject) === 'police') return ['people', 'relations']
  return subject === 'contract-not-found' ? ['contracts'] : ['properties']
}

/** Of an inquiry, under the application's key: in full, because the department has to find these people. */
export const inquiryContent = z.object({ schemaVersion: z.literal(1), child: z.string(), childIdNumber: z.string(), register: z.string(), family: z.string() })
export type InquiryContent = z.infer<typeof inquiryContent>
/** As a line of the department's file. */
export type ExportedLine = InquiryContent & { number: string; subject: InquirySubject }
export const answerContent = z.object({ schemaVersion: z.literal(1), remark: z.string() })

/** 360123-2023-00012: says whose inquiry it is, and nothing of the family. */
export function inquiryNumber({ county, year, number }: { county: string; year: number; number: number }): string {
  return `${county}-${year}-${String(number).padStart(5, '0')}`
}

export function readInquiryNumber(written: string): { county: string; year: number; number: number } | null {
  const [, county, year, number] = /^(\d{6})-(\d{4})-(\d{5,8})$/.exec(written.normalize('NFKC').trim()) ?? []
  return county && year && number ? { county, year: Number(year), number: Number(number) } : null
}

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const reason = z.string().trim().min(4, { error: 'INQUIRY_REASON' }).max(200, { error: 'INQUIRY_REASON' }).transform(withoutIdNumbers)
const asked = { format: z.enum(EXPORT_FORMATS, { error: 'INQUIRY_FORMAT' }), reason }

/** A new file for a department, or one that went out already once more. */
export const inquiryExport = z.union([z.object({ ...asked, exportId: z.uuid() }), z.object({ ...asked, department: z.enum(DEPARTMENTS, { error: 'INQUIRY_DEPARTMENT' }) })])
export type InquiryExport = z.infer<typeof inquiryExport>
