import type { Material } from '@/lib/rules'
import { z } from 'zod'
import { guardianSubject } from './appeal-claimants'

/**
 * The documents that an appeal must bring, out of the season's `materials.csv`: one a guardian or
 * student where the table says so. `months` are given for a document that is counted by the months it covers, not by files.
 */
export const requirement = z.object({
  document: z.string(),
  /** empty, `student`, or a `guardianSubject` in the order of the appeal's guardians */
  subject: z.string(),
  label: z.string(),
  need: z.number().int(),
  note: z.string(),
  /** `YYYY-MM`, oldest first; null where files are counted */
  months: z.array(z.string()).readonly().nullable(),
})
export type Requirement = z.infer<typeof requirement>

/** A document that a reviewer has asked for by name, beside what was in order: a bundle of its own, that nothing else fills. */
export const wantedDocument = z.object({ document: z.string(), subject: z.string(), label: z.string() })
export type WantedDocument = z.infer<typeof wantedDocument>

const WANTED = 'wanted-'

/** @param round that is decided: each asks for one document at most */
export function wantedAfter(round: number, label: string): WantedDocument {
  return { document: `${WANTED}${round}`, subject: '', label }
}

export function isWanted({ document }: Pick<Requirement, 'document'>): boolean {
  return document.startsWith(WANTED)
}

export function wantedRequirements(wanted: readonly WantedDocument[]): Requirement[] {
  return wanted.map((one) => ({ ...one, need: 1, note: '', months: null }))
}

/** Pay slips are demanded for months, whatever the number of files: one may cover three. */
const COUNTED_BY_MONTH: readonly string[] = ['payslip']

type Asked = { kind: string; ground: string | null; guardians: number; /** of the appeal's beginning, milliseconds */ at: number }

export function requirementsOf(rows: readonly Material[], { kind, ground, guardians, at }: Asked): Requirement[] {
  return rows
    .filter((row) => row.kind === kind && row.ground === ground)
    .flatMap((row): Requirement[] => {
      const one = { document: row.document, label: row.label, need: row.min, note: row.note, months: COUNTED_BY_MONTH.includes(row.document) ? lastMonths(at, row.min) : null }
      if (row.per === 'guardian') return Array.from({ length: guardians }, (_, index) => ({ ...one, subject: guardianSubject(index) }))
      return [{ ...one, subject: row.per === 'student' ? 'student' : '' }]
    })
}

/** The whole months before the one of `at` in Shanghai, oldest first: in August the last three are May, June and July. */
export function lastMonths(at: number, count: number): string[] {
  const shanghai = new Date(at + 8 * 3_600_000)
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(shanghai.getUTCFullYear(), shanghai.getUTCMonth() - count + index, 1)).toISOString().slice(0, 7))
}

type Brought = { document: string; subject: string; months: readonly string[] }

export type Fulfilment = { requirement: Requirement; have: number; need: number; missingMonths: readonly string[] }

/** How far what was brought fulfils each requirement; `have` counts months where months are asked for. */
export function fulfilments(requirements: readonly Requirement[], brought: readonly Brought[]): Fulfilment[] {
  return requirements.map((requirement) => {
    const files = brought.filter((file) => file.document === requirement.document && file.subject === requirement.subject)
    const { months, need } = requirement
    const missingMonths = (months ?? []).filter((month) => !files.some((file) => file.months.includes(month)))
    return { requirement, need, missingMonths, have: months ? months.length - missingMonths.length : files.length }
  })
}

export function isFulfilled(fulfilment: Fulfilment): boolean {
  return fulfilment.have >= fulfilment.need
}
