import { MATERIAL_FAULT_WORDS } from '../materials'
import { KINSHIP_WORDS } from '../kinship'
import { VERIFIED_SOURCE } from '../verified'
import type { DeskKind, KnownMatch, MatchUse, Withdrawable } from '@/lib/domain/desk-entries'
import type { OwnerRelation, Paper } from '@/lib/domain/papers'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import type { MaterialFault } from '@/lib/domain/material-limits'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import { maskCertificate, maskIdNumber } from '@/lib/domain/privacy'
import type { ProposalHead } from '@/lib/domain/proposals'

const said = ({ title, text }: { title: string; text: string }) => `${title}。${text}`

/** Of a scan that was not taken: what families read of their photographs holds here too. */
const SCAN_ERRORS = {
  MATERIAL_TOO_LARGE: said(MATERIAL_FAULT_WORDS.MATERIAL_TOO_LARGE),
  MATERIAL_TOO_MANY_PIXELS: said(MATERIAL_FAULT_WORDS.MATERIAL_TOO_MANY_PIXELS),
  MATERIAL_TOO_MANY_PAGES: said(MATERIAL_FAULT_WORDS.MATERIAL_TOO_MANY_PAGES),
  MATERIAL_TYPE: said(MATERIAL_FAULT_WORDS.MATERIAL_TYPE),
  MATERIAL_UNREADABLE: said(MATERIAL_FAULT_WORDS.MATERIAL_UNREADABLE),
  MATERIAL_MISSING: said(MATERIAL_FAULT_WORDS.MATERIAL_MISSING),
  TOO_MANY_MATERIALS: `扫描件太多了。一份录入最多 ${ENTRY_LIMITS.scans} 份，请删掉用不着的再传。`,
  TOO_MANY_UPLOADS: said(MATERIAL_FAULT_WORDS.TOO_MANY_UPLOADS),
  UPLOAD_TOO_LARGE: said(MATERIAL_FAULT_WORDS.UPLOAD_TOO_LARGE),
  UPLOAD_CUT: '传到一半断了。填写的内容都在，请重新选择文件再传。',
  STORAGE_FULL: '现在存不下了。已经传好的都在，请过一会儿再传。',
  STORAGE_UNAVAILABLE: said(MATERIAL_FAULT_WORDS.STORAGE_UNAVAILABLE),
} as const satisfies Partial<Record<MaterialFault, string>>

/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const DESK_ERRORS = {
  ...SCAN_ERRORS,
  SEARCH_EMPTY: '请填写身份证号、回执编号或姓名。',
  NUMBER_INCOMPLETE: '身份证号要填满 18 位，回执编号要填完整。',
  TEXT_TOO_LONG: `太长了，请写在 ${ENTRY_LIMITS.text} 字以内。`,
  CERTIFICATE_MISSING: '请填写证号，照证件逐字填。',
  COUNTY_MISSING: '请选择房产所在的区县。',
  ADDRESS_MISSING: '请填写地址，照证件逐字填。',
  USE_MISSING: '请填写用途，照证件填，例如住宅。',
  PAPER_MISSING: '请选择凭什么材料核验。',
  WHY_MISSING: '请写明理由，复核人要看。',
  PERSON_NAME_WRONG: '请填写姓名，只填姓名。',
  PERSON_NUMBER_WRONG: '身份证号不对，请对照证件逐位核对。',
  PERSON_RELATION_MISSING: '请选择关系。',
  PERSON_TWICE: '同一个身份证号填了两次。',
  OWNER_NOT_ON_RECORD: '这个身份证号不是登记里的学生或监护人，请核对号码或关系。',
  CHILD_AS_GUARDIAN: '这是孩子的身份证号，这里填监护人的。',
  GUARDIAN_NOT_AMONG: '办理这份登记的监护人不在里面，请补上，不然这份登记没有人能接着办。',
  FAMILY_ADDRESS_MISSING: '请选择要匹配的地址。',
  ROW_MISSING: '请选择学区表的一行。',
  ROW_SAME: '这个地址现在就对应这一行，不用再匹配。',
  GUARDIAN_MISSING: '请选择要撤销的监护关系。',
  ESTABLISHMENT_MISSING: '请选择要撤回哪一项。',
  SCANS_MISSING: '还没有扫描件，请先上传核验用的材料。',
  FAMILY_NOT_OPEN: '这份登记已经提交或作废，不能再录入。要改的，由管理员退回以后再办。',
  PROPOSAL_OUTDATED: '提出以后，这个家庭的信息变了，不能再通过。请不通过，由提出人重新录入。',
  OUTCOME_MISSING: '请选择通过或不通过。',
  REFUSAL_NOTE_MISSING: '不通过要写明原因，提出人要看。',
} as const satisfies Record<string, string>

type KindWords = { name: string; /** on the way in */ entry: string; text: string }

export const KIND_WORDS = {
  property: { name: '线下核验的房产', entry: '录入房产', text: '登记里查不到或者有错、凭证件核验过的房产' },
  'address-match': { name: '学区匹配', entry: '匹配学区', text: '地址对不上学区表，或者机器对错了行' },
  identity: { name: '身份核验', entry: '核验身份', text: '学生和监护人，以户口本、出生医学证明等为准' },
  'remove-guardian': { name: '撤销监护关系', entry: '撤销监护关系', text: '撤销区县确认过的一位监护人' },
  withdrawal: { name: '撤回区县确认', entry: '撤回区县确认', text: '确认错了的房产、学区、亲属关系或者材料，不再算数' },
} as const satisfies Record<DeskKind, KindWords>

export const PAPER_WORDS = {
  'query-certificate': '不动产查询证明',
  'old-deed': '旧房产证、房屋所有权证',
  'purchase-papers': '购房合同和发票',
  resettlement: '拆迁安置协议',
  'address-certificate': '公安出具的新旧地址证明',
  'renewed-deed': '更新后的不动产权证',
  'site-visit': '实地核对记录',
  'household-book': '户口本',
  'birth-certificate': '出生医学证明',
  'id-card': '居民身份证',
  court: '法院文书',
  other: '其他材料',
} as const satisfies Record<Paper, string>

export const OWNER_WORDS = { STUDENT: '学生', GUARDIAN: '监护人', GRANDPARENT: '（外）祖父母', OTHER: '家庭以外的人' } as const satisfies Record<OwnerRelation, string>

export const USE_WORDS = { property: '房产', contract: '购房合同', household: '户籍', residence: '居住地址' } as const satisfies Record<MatchUse, string>

export const SOURCE_WORDS = { registry: '登记部门', desk: VERIFIED_SOURCE, county: '区县审核' } as const

export const MATCH_WORDS = { matched: '已对应', ambiguous: '对上了不同学校的两行', unmatched: '待匹配' } as const satisfies Record<KnownMatch['status'], string>

/** What the county established, in a line: of the desk's own and of appeals. */
export function factWords(fact: Withdrawable): string {
  switch (fact.kind) {
    case 'property':
      return `${fact.value.address}，${fact.value.use}，${fact.value.owners.map(({ name }) => name).join('、')}　${maskCertificate(fact.value.certificateNumber)}`
    case 'address-match':
      return `${USE_WORDS[fact.value.use]} ${fact.value.address}，学区表 ${fact.value.row} 行`
    case 'kinship':
      return `${KINSHIP_WORDS[fact.value.kinship]} ${fact.value.grandparent.name} ${maskIdNumber(fact.value.grandparent.idNumber)}`
    case 'no-valid-materials':
      return `${GROUND_NAMES[fact.value.ground]}，${fact.value.address}`
  }
}

export const PROPOSAL_STATUS = {
  draft: { tag: 'draft', text: '还没有提交复核' },
  waiting: { tag: 'wait', text: '待复核' },
  approved: { tag: 'ok', text: '已通过' },
  refused: { tag: 'no', text: '未通过' },
  withdrawn: { tag: 'plain', text: '已撤回' },
} as const satisfies Record<ProposalHead['status'], { tag: string; text: string }>

export const DESK_BUTTONS = {
  save: '保存，下一步上传扫描件',
  amend: '修改填写的内容',
  scan: '选择扫描件或照片',
  send: '提交复核',
  drop: '不录了，删掉草稿',
  withdraw: '撤回',
  decide: '提交决定',
} as const

/** How long a proposal has waited, coarse enough to be read at a glance. */
export function waitedWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
}
