import { z } from 'zod'

/** The departments' registers, as their files come in. */
export const REGISTER_KINDS = ['people', 'relations', 'properties', 'contracts'] as const
export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** What an officer brings in: a register's file, or a department's answers to what it was asked. */
export const UPLOAD_KINDS = [...REGISTER_KINDS, 'answers'] as const
export type UploadKind = (typeof UPLOAD_KINDS)[number]

export function isRegister(kind: UploadKind): kind is RegisterKind {
  return kind !== 'answers'
}

/** Out of which register's file each question of the journey is answered; a finding names that file's version. */
const REGISTER_OF: Readonly<Record<string, RegisterKind>> = {
  record: 'relations', kinship: 'relations', household: 'people', property: 'properties', 'grandparent-property': 'properties', contract: 'contracts',
}

/** Null for a question that no file answers. */
export function registerOf(registry: string): RegisterKind | null {
  return Object.hasOwn(REGISTER_OF, registry) ? (REGISTER_OF[registry] ?? null) : null
}

const count = z.number().int()
const findings = z.array(z.object({ line: count, message: z.string() }))

/** What came of trying a file: what an import of it would do, or what is wrong with it. Holds nothing of anybody. */
export const triedContent = z.discriminatedUnion('is', [
  z.object({ schemaVersion: z.literal(1), is: z.literal('refused'), read: count, bad: count, findings }),
  z.object({
    schemaVersion: z.literal(1), is: z.literal('register'), read: count, added: count, changed: count, unchanged: count,
    /** of the officer's own county: how many rows speak of how many registrations */
    rows: count, drafts: count, submitted: count,
    /** the register's version that it was held against; missing of what was tried before this was noted */
    after: count.optional(),
  }),
  z.object({ schemaVersion: z.literal(1), is: z.literal('answers'), read: count, drafts: count, submitted: count, outcomes: z.record(z.string(), count) }),
])
export type Tried = z.infer<typeof triedContent>

export const registerUpload = z.object({ kind: z.tuple([z.enum(UPLOAD_KINDS)]) })
export const uploadAnswer = z.object({ uploadId: z.uuid(), version: z.string().min(1).max(40) })

/** Why an uploaded table was not even tried. */
export type UploadFault = 'REGISTER_MISSING' | 'REGISTER_TOO_LARGE' | 'REGISTER_TYPE' | 'REGISTER_UNREADABLE' | 'REGISTER_CUT' | 'REGISTER_STORAGE'
