import type { Basis, RefusalCode } from '@/lib/rules'
import { BUTTONS } from './steps'

/** The five bases in the notice's words (R-17). */
export const BASIS_WORDS = {
  TITLE_DEED: { title: '使用不动产权证', part: 'deed' },
  GRANDPARENT_DEED: { title: '使用祖父母（外祖父母）不动产权证', part: 'grandparents' },
  PURCHASE_CONTRACT: { title: '使用购房合同', part: 'contract' },
  HOUSEHOLD_REGISTRATION: { title: '户籍', part: 'household' },
  NO_VALID_MATERIALS: { title: '无有效材料', part: 'no-materials' },
} as const satisfies Record<Basis, { title: string; part: string }>

/** The same where an officer's line has no room for the notice's words. */
export const BASIS_SHORT = {
  TITLE_DEED: '不动产权证',
  GRANDPARENT_DEED: '（外）祖父母房产',
  PURCHASE_CONTRACT: '购房合同',
  HOUSEHOLD_REGISTRATION: '户籍',
  NO_VALID_MATERIALS: '无有效材料',
} as const satisfies Record<Basis, string>

type HomeTerms = {
  address: string
  kind: string
  owners: string
  number: string
  /** short, on the receipt */
  receipt: string
  /** the button that leads back to choosing: the notice writes 其他 in one part and 其它 in another (R-26, R-38) */
  other: string
}

const OF_PROPERTY = { address: '入学房产地址', kind: '入学房产类型', owners: '产权人', number: '不动产权证号', receipt: '入学房产', other: BUTTONS.otherProperty } as const

/** What the confirmation and the receipt call that on which a seat is asked for. */
export const HOME_TERMS = {
  TITLE_DEED: OF_PROPERTY,
  GRANDPARENT_DEED: OF_PROPERTY,
  PURCHASE_CONTRACT: { ...OF_PROPERTY, owners: '买受人', number: '合同编号', other: BUTTONS.otherContract },
  HOUSEHOLD_REGISTRATION: { ...OF_PROPERTY, address: '入学户籍地址', receipt: '入学户籍' },
  NO_VALID_MATERIALS: { ...OF_PROPERTY, address: '居住地址', kind: '入学依据', receipt: '居住地址', other: '核对审核确认的内容' },
} as const satisfies Record<Basis, HomeTerms>

/** Why a basis is closed to this family, in a sentence. Codes that never close a basis have no words here. */
export function closedBasisReason(because: RefusalCode): string {
  if (because === 'HOUSEHOLD_NOT_URBAN') return '学生的户籍不在城区，按规定不能用这种方式。'
  if (because === 'FAMILY_OWNS_URBAN_HOUSING') return '家庭在城区有住宅，按规定不能用这种方式。'
  return '按规定不能用这种方式。'
}

export const UNANSWERED_BASIS = '判定这种方式要看家庭的房产，不动产登记暂时没有回应。点下面的「重新查询」就能继续。'

/** A registered address in another guardian's household (R-14): that it is not shown, and who may use it. */
export function hiddenRegistrationReason(signIn: readonly string[]): string {
  return signIn.length > 0 ? `与您不在同一户，地址不显示。要用这个地址，请${signIn.join('或')}用自己的昌通码登录。` : '与您不在同一户，地址不显示，不能由您选用。'
}

/** Under a basis of which nothing can be worked out yet: why, and what there is inside. */
export function nothingWorkedOut(basis: Basis, count: number | null): string {
  if (basis === 'HOUSEHOLD_REGISTRATION') return '户籍地址都在另一位监护人的户上，进去看怎么办'
  if (count !== null) return count === 0 ? '查到 0 套房产，进去看看怎么办' : `查到 ${count} 套房产，现在都还不能用，进去看原因`
  return NOTHING_YET[basis]
}

const NOTHING_YET = {
  TITLE_DEED: '不动产登记暂时没有回应，进去可以重新查询',
  GRANDPARENT_DEED: '先查询（外）祖父母，再看能用的房产',
  PURCHASE_CONTRACT: '要用登录人的合同编号查询',
  NO_VALID_MATERIALS: '先提供材料，审核通过后判定',
} as const satisfies Record<Exclude<Basis, 'HOUSEHOLD_REGISTRATION'>, string>

/** The address on which a basis would rest, with what else there is to choose from. */
export function offeredAddress(basis: Basis, { address, who }: { address: string; who: readonly string[] }, count: number | null): string {
  if (basis === 'HOUSEHOLD_REGISTRATION') return `${address}，${who.join('、')}的户籍${count && count > 1 ? `，共 ${count} 个地址可选` : ''}`
  return count && count > 1 ? `${address} 等 ${count} 套` : address
}

/** In the columns of category and school, where they can be told only after something else was done. */
export function toldLater(basis: Basis): { category: string; school: string } | null {
  if (basis === 'PURCHASE_CONTRACT') return { category: '填写合同编号后判定', school: '查询后显示' }
  if (basis === 'GRANDPARENT_DEED') return { category: '查询（外）祖父母后判定', school: '查询后显示' }
  if (basis === 'NO_VALID_MATERIALS') return { category: '审核通过后判定', school: '审核后显示' }
  return null
}

/** 第三类 and what stands behind the colon: cards show them on two lines. */
export function splitLabel(label: string): { value: string; more: string | undefined } {
  const [value = label, more] = label.split('：', 2)
  return { value, more }
}
