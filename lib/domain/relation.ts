import type { RecordFinding } from './findings'

export type Relation = RecordFinding['guardians'][number]['relation']

export const RELATION_WORDS = { FATHER: '父亲', MOTHER: '母亲', GUARDIAN: '监护人' } as const satisfies Record<Relation, string>
