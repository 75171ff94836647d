import type { Basis, RefusalCode } from '@/lib/rules'

/** The five bases in the notice's words. */
export const BASIS_WORDS = {
  TITLE_DEED: { title: '使用不动产权证', part: 'deed' },
  GRANDPARENT_DEED: { title: '使用祖父母（外祖父母）不动产权证', part: 'grandparents' },
  PURCHASE_CONTRACT: { title: '使用购房合同', part: 'contract' },
  HOUSEHOLD_REGISTRATION: { title: '户籍', part: 'household' },
  NO_VALID_MATERIALS: { title: '无有效材料', part: 'no-materials' },
} as const satisfies Record<Basis, { title: string; part: string }>

/** Why a basis is closed to this family, in a sentence. Codes that never close a basis have no words here. */
export function closedBasisReason(because: RefusalCode): string {
  if (because === 'HOUSEHOLD_NOT_URBAN') return '学生的户籍不在城区，按规定不能用这种方式。'
  if (because === 'FAMILY_OWNS_URBAN_HOUSING') return '家庭在城区有住宅，按规定不能用这种方式。'
  return '按规定不能用这种方式。'
}

/** A basis that is served at the desk: where to go and what to bring, and that nothing typed is lost. */
export const DESK_BASIS = {
  GRANDPARENT_DEED: '带上（外）祖父母的不动产权证、身份证和能证明亲属关系的户口本',
  PURCHASE_CONTRACT: '带上购房合同和买房人的身份证',
  HOUSEHOLD_REGISTRATION: '带上户口本（学生页和监护人页）',
  NO_VALID_MATERIALS: '经商带营业执照、户口本和租赁合同；务工带户口本、用工合同和近三个月工资表；持居住证带居住证和户口本',
} as const satisfies Record<Exclude<Basis, 'TITLE_DEED'>, string>

/** 第三类 and what stands behind the colon: cards show them on two lines. */
export function splitLabel(label: string): { value: string; more: string | undefined } {
  const [value = label, more] = label.split('：', 2)
  return { value, more }
}
