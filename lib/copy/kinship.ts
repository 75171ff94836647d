import type { Kinship } from '@/lib/domain/appeal-claims'
import { sexOf } from '@/lib/domain/national-id'
import type { Relation } from '@/lib/domain/relation'

export const KINSHIP_WORDS = {
  PATERNAL_GRANDFATHER: '祖父（爷爷）',
  PATERNAL_GRANDMOTHER: '祖母（奶奶）',
  MATERNAL_GRANDFATHER: '外祖父（外公）',
  MATERNAL_GRANDMOTHER: '外祖母（外婆）',
} as const satisfies Record<Kinship, string>

const WORDS = {
  FATHER: { 男: KINSHIP_WORDS.PATERNAL_GRANDFATHER, 女: KINSHIP_WORDS.PATERNAL_GRANDMOTHER },
  MOTHER: { 男: KINSHIP_WORDS.MATERNAL_GRANDFATHER, 女: KINSHIP_WORDS.MATERNAL_GRANDMOTHER },
  GUARDIAN: { 男: '监护人的父亲', 女: '监护人的母亲' },
} as const satisfies Record<Relation, Record<ReturnType<typeof sexOf>, string>>

/** What a grandparent is to the guardian through whom the kinship runs. */
export const PARENT_WORDS = { 男: '父亲', 女: '母亲' } as const satisfies Record<ReturnType<typeof sexOf>, string>

/** What a grandparent is to the child: the parent of that guardian. */
export function grandparentWord(through: Relation, idNumber: string): string {
  return WORDS[through][sexOf(idNumber)]
}

/** The proof of a kinship and where it comes from. */
export const PROOF_WORDS = { REGISTRY: '户籍登记', APPEAL: '区县审核确认' } as const
