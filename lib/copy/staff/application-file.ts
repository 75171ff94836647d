import type { Criterion, RefusalCode } from '@/lib/rules'
import type { AppealStatus } from '@/lib/domain/appeal-status'
import { countyName } from '@/lib/domain/counties'
import type { ProposalKind } from '@/lib/domain/proposals'
import { BASIS_SHORT } from '../bases'
import { RETURN } from '../returns'

/** The parts of a family's file, in their order; the way down the page has the same words. */
export const SECTIONS = [
  { id: 'family', title: '家庭' },
  { id: 'judged', title: '提交与判定' },
  { id: 'result', title: '录取结果' },
  { id: 'registers', title: '登记部门查询' },
  { id: 'inquiries', title: '部门核实' },
  { id: 'county', title: '区县确认' },
  { id: 'appeals', title: '申诉' },
  { id: 'proposals', title: '退回与录入' },
  { id: 'notes', title: '内部备注' },
  { id: 'messages', title: '消息和短信' },
  { id: 'consents', title: '授权' },
  { id: 'timeline', title: '经过' },
] as const
export type SectionId = (typeof SECTIONS)[number]['id']

/** Registers, what they answered, and what the county established: kept as text, so that an unknown word stands as it is. */
const REGISTER_NAMES: Readonly<Record<string, string>> = { record: '学生和监护人', household: '户籍', property: '不动产', contract: '购房合同备案', kinship: '（外）祖父母亲属关系', 'grandparent-property': '（外）祖父母不动产' }
const OUTCOME_NAMES: Readonly<Record<string, string>> = { found: '已查到', 'not-found': '没有查到', unavailable: '没有回应' }
const ESTABLISHED_NAMES: Readonly<Record<string, string>> = { record: '学生和监护人', kinship: '（外）祖父母亲属关系', 'no-valid-materials': '无有效材料', property: '线下核验的房产', 'address-match': '学区匹配', withdrawal: '撤回' }
const CONSENT_NAMES: Readonly<Record<string, string>> = { query: '查询授权', agreement: '隐私保护协议书', appeal: '材料真实承诺', grandparent: '（外）祖父母同意查询' }

function named(names: Readonly<Record<string, string>>) {
  return (word: string): string => (Object.hasOwn(names, word) ? names[word] : undefined) ?? word
}

export const registerName = named(REGISTER_NAMES)
export const outcomeName = named(OUTCOME_NAMES)
export const establishedName = named(ESTABLISHED_NAMES)
export const consentName = named(CONSENT_NAMES)

export const APPEAL_STATUS_NAMES = {
  draft: { tag: 'draft', text: '还没有提交' },
  waiting: { tag: 'wait', text: '待审核' },
  approved: { tag: 'ok', text: '已通过' },
  refused: { tag: 'no', text: '未通过' },
  withdrawn: { tag: 'plain', text: '已撤回' },
} as const satisfies Record<AppealStatus, { tag: string; text: string }>

export const PROPOSAL_NAMES = {
  property: '录入线下核验的房产',
  'address-match': '匹配学区',
  identity: '核验身份',
  completion: '截止后办完登记',
  ending: '截止后结束登记',
  'return-submission': RETURN.act,
  'remove-guardian': '撤销监护关系',
  withdrawal: '撤回区县确认',
  'override-allocation': '人工安排学校',
  'answer-objection': '答复异议',
} as const satisfies Record<ProposalKind, string>

export const SMS_NAMES = { pending: '短信待发', sent: '短信已发', failed: '短信没有发出' } as const
export const smsFault = named({ 'no-phone': '没有手机号', 'no-gateway': '没有开通短信', timeout: '短信平台没有回应', unreachable: '连不上短信平台', busy: '短信平台繁忙', refused: '短信平台拒收', interrupted: '发送中断' })

/** What each test asks, so that 「符合」 is always the good news. */
const TEST_NAMES = {
  SEASON_NOT_OPEN: '采集已经开始',
  SEASON_CLOSED: '采集还没有截止',
  INVALID_ID_NUMBER: '身份证号都能通过校验',
  BORN_TOO_LATE: '出生日期不晚于范围',
  BORN_TOO_EARLY: '出生日期不早于范围',
  SIGNED_IN_NOT_GUARDIAN: '登录的人是监护人',
  OWNER_NOT_SIGNED_IN: '登录的人是产权人',
  NOT_FAMILY_PROPERTY: '房产是家庭的',
  KINSHIP_UNPROVED: '（外）祖父母关系已核实',
  BUYER_NOT_SIGNED_IN: '登录的人是买受人',
  NOT_RESIDENTIAL: '用途是住宅',
  PROPERTY_OUTSIDE_COUNTY: '房产在本县',
  ADDRESS_UNMATCHED: '地址在学区表里',
  ADDRESS_AMBIGUOUS: '学区表只给出一种结果',
  HOUSEHOLD_NOT_URBAN: '学生是城区户籍',
  FAMILY_OWNS_URBAN_HOUSING: '家庭在城区没有住宅',
  MATERIALS_NOT_APPROVED: '材料已经审核通过',
  SCHOOL_CHOICE_REQUIRED: '已经选了志愿学校',
  SCHOOL_NOT_IN_ZONE: '志愿学校在可选范围内',
  NO_CATEGORY: '有一行类别符合',
  basis: '入学方式',
  ground: '依据的材料',
  student_household: '学生户籍',
  guardian_household: '监护人户籍',
  household_head: '学生户口本的户主',
  family_owns_urban_housing: '家庭的城区住宅',
  BASIS_ADDRESS: '入学地址对学区表',
  HOUSEHOLD_ADDRESS: '户籍地址对学区表',
  MATCHED_BY_DESK: '窗口人工匹配',
} as const satisfies Record<RefusalCode | Criterion | 'BASIS_ADDRESS' | 'HOUSEHOLD_ADDRESS' | 'MATCHED_BY_DESK', string>

const testName = named(TEST_NAMES)

/** A code that is none of the tests is a row of the category table. */
export function traceName(code: string): string {
  return Object.hasOwn(TEST_NAMES, code) ? testName(code) : `类别表 ${code} 行`
}

export const VERDICT_NAMES = { met: '符合', unmet: '不符合', 'not-applicable': '不涉及' } as const

const because = named({
  row: '行', value: '实际', wanted: '要求', status: '结果', schools: '学校', candidates: '候选行', unmet: '不符合的', category: '类别', whose: '谁的',
  use: '用途', county: '所在区县', bornOn: '出生日期', bornFrom: '最早', bornTo: '最晚', zone: '过渡学区', preferred: '志愿学校', proofs: '凭据', owners: '产权人', guardians: '监护人',
})
const said = named({
  'in-catchment': '在本学区', urban: '在城区', outside: '不在城区', yes: '有', no: '没有', guardian: '监护人', grandparent: '（外）祖父母', other: '其他人',
  matched: '对上', unmatched: '没有对上', ambiguous: '对上了几种结果', student: '学生', REGISTRY: '户籍登记', APPEAL: '区县审核', ...TEST_NAMES,
  ...BASIS_SHORT,
  BUSINESS: '经商', EMPLOYMENT: '务工', RESIDENCE_PERMIT: '居住证',
})

/** Of the season by which something was judged: what its schools and categories are called. */
type Called = { schools: readonly { code: string; name: string }[]; categories: readonly { category: string; label: string }[] }

/** What decided a test, in words; instants and places in a list say nothing to an officer. */
export function becauseWords(values: Readonly<Record<string, unknown>>, called: Called): string {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const words = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
      return words.length > 0 && name !== 'at' ? [`${because(name)}：${words.map((one) => wordOf(name, one, called)).join('、')}`] : []
    })
    .join('；')
}

function wordOf(name: string, value: string, { schools, categories }: Called): string {
  switch (name) {
    case 'county':
      return countyName(value) ?? value
    case 'schools':
    case 'preferred':
      return schools.find(({ code }) => code === value)?.name ?? value
    case 'category':
      return categories.find(({ category }) => category === value)?.label ?? value
    default:
      return guardianPlace(value)
  }
}

function guardianPlace(word: string): string {
  const [, place] = /^guardians\.(\d+)$/.exec(word) ?? []
  return place === undefined ? said(word) : `第 ${Number(place) + 1} 位监护人`
}
