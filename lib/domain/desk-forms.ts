import { z } from 'zod'
import { plainName } from './answers'
import { COUNTY_CODES } from './counties'
import type { DeskEntry, DeskKind } from './desk-entries'
import { OWNER_RELATIONS, PAPERS } from './papers'
import { ENTRY_LIMITS } from './form-limits'
import { RELATIONS } from './relation'
import { idNumberFault } from './id-number-check'
import { normaliseIdNumber } from './national-id'

/**
 * What the desk's forms post: flat fields, so that they work without JavaScript; people stand in numbered rows, of which
 * empty ones are none. Messages are codes of `lib/copy/staff/errors`.
 */
const text = (missing: string) => z.string({ error: missing }).trim().min(1, { error: missing }).max(ENTRY_LIMITS.text, { error: 'TEXT_TOO_LONG' })
const optionalText = z.string().trim().max(ENTRY_LIMITS.text, { error: 'TEXT_TOO_LONG' }).default('')
const head = {
  applicationId: z.uuid(),
  /** of a draft that is amended */
  proposalId: z.union([z.uuid(), z.literal('')]).default('').transform((id) => id || null),
}

type Posted = Readonly<Record<string, unknown>>
const written = (posted: Posted, field: string) => {
  const value = posted[field]
  return typeof value === 'string' ? value : ''
}

/**
 * Flat fields and rows of people read together, so that whoever posts them hears of every fault at once: a schema that is
 * transformed looks at nothing more once one of its fields is wrong.
 */
function withPeople<Shape extends z.ZodRawShape, People>(shape: Shape, people: (posted: Posted, context: z.RefinementCtx) => People) {
  const fields = z.object(shape)
  return z.looseObject({}).transform((posted, context) => {
    const read = fields.safeParse(posted)
    for (const { path, message } of read.error?.issues ?? []) context.addIssue({ code: 'custom', path, message })
    const named = people(posted, context)
    return read.success ? { fields: read.data, people: named } : z.NEVER
  })
}

/** The people of rows `<prefix>1` to `<prefix><most>`, and of each the number of its row; every faulty field is named, and at least one row is filled in. */
function peopleOf<Relation extends string>(posted: Posted, prefix: string, most: number, relations: readonly Relation[], context: z.RefinementCtx) {
  const people: { idNumber: string; name: string; relation: Relation }[] = []
  const rowsOf: number[] = []
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  const rows = Array.from({ length: most }, (_, index) => {
    const of = `${prefix}${index + 1}`
    const field = { name: `${of}Name`, idNumber: `${of}IdNumber`, relation: `${of}Relation` }
    return { row: index + 1, field, name: plainName(written(posted, field.name)), idNumber: normaliseIdNumber(written(posted, field.idNumber)), relation: relations.find((one) => one === posted[field.relation]) }
  })
  const filled = rows.filter(({ name, idNumber }) => name !== '' || idNumber !== '')
  for (const { row, field, name, idNumber, relation } of filled.length > 0 ? filled : rows.slice(0, 1)) {
    if (name === '' || name.length > 50) wrong(field.name, 'PERSON_NAME_WRONG')
    if (idNumberFault(idNumber)) wrong(field.idNumber, 'PERSON_NUMBER_WRONG')
    else if (people.some((one) => one.idNumber === idNumber)) wrong(field.idNumber, 'PERSON_TWICE')
    if (!relation) {
      wrong(field.relation, 'PERSON_RELATION_MISSING')
      continue
    }
    people.push({ idNumber, name, relation })
    rowsOf.push(row)
  }
  return { people, rows: rowsOf }
}

const knownNumber = z.string().default('').transform(normaliseIdNumber).superRefine((value, context) => {
  if (value !== '' && idNumberFault(value)) context.addIssue({ code: 'custom', message: 'PERSON_NUMBER_WRONG' })
})

export const deskForms = {
  property: withPeople(
    {
      ...head,
      certificateNumber: z.string({ error: 'CERTIFICATE_MISSING' }).trim().min(1, { error: 'CERTIFICATE_MISSING' }).max(100, { error: 'CERTIFICATE_MISSING' }),
      county: z.string({ error: 'COUNTY_MISSING' }).refine((code) => COUNTY_CODES.includes(code), { error: 'COUNTY_MISSING' }),
      address: text('ADDRESS_MISSING'),
      use: text('USE_MISSING'),
      paper: z.enum(PAPERS.property, { error: 'PAPER_MISSING' }),
      why: optionalText,
    },
    (posted, context) => peopleOf(posted, 'owner', ENTRY_LIMITS.owners, OWNER_RELATIONS, context),
  ).transform(({ fields: { certificateNumber, county, address, use, ...entry }, people: { people: owners, rows: ownerRows } }) => ({ ...entry, ownerRows, property: { certificateNumber, county, address, use, owners } })),
  'address-match': z.object({
    ...head,
    address: z.string({ error: 'FAMILY_ADDRESS_MISSING' }).min(1, { error: 'FAMILY_ADDRESS_MISSING' }),
    paper: z.enum(PAPERS['address-match'], { error: 'PAPER_MISSING' }),
    why: text('WHY_MISSING'),
    row: z.string({ error: 'ROW_MISSING' }).min(1, { error: 'ROW_MISSING' }),
  }),
  identity: withPeople(
    {
      ...head,
      studentName: z.string({ error: 'PERSON_NAME_WRONG' }).transform(plainName).pipe(z.string().min(1, { error: 'PERSON_NAME_WRONG' }).max(50, { error: 'PERSON_NAME_WRONG' })),
      householdAddress: optionalText,
      headIdNumber: knownNumber,
      paper: z.enum(PAPERS.identity, { error: 'PAPER_MISSING' }),
      why: optionalText,
    },
    (posted, context) => peopleOf(posted, 'guardian', ENTRY_LIMITS.guardians, RELATIONS, context),
  ).transform(({ fields: { householdAddress, headIdNumber, ...entry }, people: { people: guardians, rows: guardianRows } }) => ({ ...entry, guardians, guardianRows, household: householdAddress === '' ? null : { address: householdAddress, headIdNumber: headIdNumber || null } })),
  'remove-guardian': z.object({ ...head, guardianId: z.uuid({ error: 'GUARDIAN_MISSING' }), why: text('WHY_MISSING') }),
  withdrawal: z.object({ ...head, establishmentId: z.uuid({ error: 'ESTABLISHMENT_MISSING' }), why: text('WHY_MISSING') }),
} as const satisfies Record<DeskKind, z.ZodType>

export type DeskForm<Kind extends DeskKind = DeskKind> = { [K in Kind]: { kind: K; input: z.output<(typeof deskForms)[K]> } }[Kind]

export const proposalPress = z.object({ proposalId: z.uuid() })
export const scanPress = proposalPress.extend({ scanId: z.uuid() })
export const proposalDecision = proposalPress
  .extend({ outcome: z.enum(['approved', 'refused'], { error: 'OUTCOME_MISSING' }), note: optionalText })
  .refine(({ outcome, note }) => outcome === 'approved' || note !== '', { path: ['note'], error: 'REFUSAL_NOTE_MISSING' })

/** What a search for a family is typed as: a whole ID number, a receipt's number, or part of a name; told apart by its shape. */
export const familySearch = z.object({ typed: z.string().transform((typed) => typed.normalize('NFKC').trim()).pipe(z.string().min(1, { error: 'SEARCH_EMPTY' }).max(50, { error: 'SEARCH_EMPTY' })) })

/** A draft's entry as its form would have posted it. @param addressReference of the chosen address */
export function typedFromEntry(entry: DeskEntry, addressReference: (entry: { use: string; address: string }) => string): Record<string, string> {
  const people = (prefix: string, rows: readonly { name: string; idNumber: string; relation: string }[]) =>
    Object.fromEntries(rows.flatMap(({ name, idNumber, relation }, index) => [[`${prefix}${index + 1}Name`, name], [`${prefix}${index + 1}IdNumber`, idNumber], [`${prefix}${index + 1}Relation`, relation]]))
  switch (entry.kind) {
    case 'property': {
      const { owners, ...property } = entry.property
      return { ...property, ...people('owner', owners), paper: entry.paper, why: entry.why }
    }
    case 'address-match':
      return { address: addressReference(entry), row: entry.row, paper: entry.paper, why: entry.why }
    case 'identity':
      return { studentName: entry.student.name, ...people('guardian', entry.guardians), householdAddress: entry.household?.address ?? '', headIdNumber: entry.household?.headIdNumber ?? '', paper: entry.paper, why: entry.why }
    case 'remove-guardian':
      return { guardianId: entry.guardian.guardianId, why: entry.why }
    case 'withdrawal':
      return { establishmentId: entry.known.id, why: entry.why }
  }
}
