/** How a guardian stands to the student, as the register of relations writes it. */
export const RELATIONS = ['FATHER', 'MOTHER', 'GUARDIAN'] as const
export type Relation = (typeof RELATIONS)[number]

export const RELATION_WORDS = { FATHER: '父亲', MOTHER: '母亲', GUARDIAN: '监护人' } as const satisfies Record<Relation, string>
