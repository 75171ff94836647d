import type { AppealKind, Ground } from '@/lib/rules'
import type { SingleParentReason } from '@/lib/domain/appeal-claims'
import { PROOF_WORDS } from './kinship'
import { dayAndTime } from './time'

type AppealWords = {
  /** the button that leads here has the same words */
  title: string
  lead: string
  /** what can and cannot go on while the county reads it */
  meanwhile: string
  /** where the family goes on once it is approved */
  afterwards: string
  approved: string
  /** the button that leads on, and what it leads to where its words do not say it */
  onward: string
  onwardTo?: string
  /** why a family that has no cause for it is not shown the form */
  notNeeded: string
}

/** Why one of the guardians cannot be chosen: beside that one, and where it was posted all the same. */
export const NOT_THIS_GUARDIAN = { removed: '不能删除您自己。要由另一位监护人办理的，请他登录。', kept: '选另一位监护人的，请他用自己的昌通码登录办理。' } as const

/** The six appeals of the notice, as their pages put them. */
export const APPEALS: Readonly<Record<AppealKind, AppealWords>> = {
  STUDENT_NOT_FOUND: {
    title: '入学登记',
    lead: '户籍登记里没有查到学生。先填写，再上传材料，由区县审核。',
    meanwhile: '审核通过以前不能往下办。号码填错了，或者要重新查询，请先撤回。',
    afterwards: '通过以后，点「开始信息核验」，从隐私保护协议书接着办。',
    approved: '学生和监护人已经登记。点「开始信息核验」接着办。',
    onward: '开始信息核验',
    onwardTo: '先看隐私保护协议书',
    notNeeded: '学生的登记已经查到，不用再做入学登记。',
  },
  GUARDIAN_MISMATCH: {
    title: '与实际情况不符',
    lead: '登记的监护人和实际不一样。写明实际的监护人，再上传材料，由区县审核。',
    meanwhile: '审核通过以前不能往下办。不改了的，请先撤回。',
    afterwards: '通过以后，点「开始信息核验」，从隐私保护协议书接着办。',
    approved: '监护人已按审核的结果改正。点「开始信息核验」接着办。',
    onward: '开始信息核验',
    onwardTo: '先看隐私保护协议书',
    notNeeded: '没有查到学生的登记。请回到上一步，用最下面的「入学登记」办理。',
  },
  SINGLE_PARENT: {
    title: '删除一位监护人',
    lead: '单亲家庭可以删除一位监护人。先填写，再上传材料，由区县审核。',
    meanwhile: '审核通过以前，户籍信息这一步不能往下办。不删除也要接着办的，请先撤回。',
    afterwards: '通过以后，从「户籍信息核验」接着办。',
    approved: '监护人已按审核的结果删除。请接着核对户籍信息。',
    onward: '去核对户籍信息',
    notNeeded: '登记里只有一位监护人，不用删除。',
  },
  BLENDED_FAMILY: {
    title: '选择一位监护人',
    lead: '重组家庭可以选择一位监护人。先填写，再上传材料，由区县审核。',
    meanwhile: '审核通过以前，户籍信息这一步不能往下办。不选择也要接着办的，请先撤回。',
    afterwards: '通过以后，从「户籍信息核验」接着办。',
    approved: '监护人已按审核的结果选定。请接着核对户籍信息。',
    onward: '去核对户籍信息',
    notNeeded: '登记里只有一位监护人，不用选择。',
  },
  GRANDPARENT_KINSHIP: {
    title: '补充（外）祖父母材料',
    lead: '亲属关系查不到时，用材料证明。先填写，再上传材料，由区县审核。',
    meanwhile: '审核期间，可以改用别的入学方式接着办。提交了登记，这份申请就不再审核。',
    afterwards: '通过以后，填写不动产权证号，查学位信息。',
    approved: '亲属关系已经认定。接着填写不动产权证号，查学位信息。',
    onward: '接着用（外）祖父母的房产',
    notNeeded: '不需要补充这项材料。',
  },
  NO_VALID_MATERIALS: {
    title: '提供材料',
    lead: '经商、务工、持居住证的家庭用这种方式。先填写，再上传材料，由区县审核。',
    meanwhile: '审核期间，可以改用别的入学方式接着办。提交了登记，这份申请就不再审核。',
    afterwards: '通过以后，看学位预分配信息，再提交。',
    approved: '材料已经审核通过。接着看学位预分配信息，再提交。',
    onward: '接着办理',
    notNeeded: '不需要提供这些材料。',
  },
}

/** What an appeal is about, where a sentence tells of it from afar: in messages, on the children's page, on the county's list. */
export const APPEAL_NAMES = {
  STUDENT_NOT_FOUND: '入学登记',
  GUARDIAN_MISMATCH: '监护人与实际情况不符',
  SINGLE_PARENT: '单亲家庭',
  BLENDED_FAMILY: '重组家庭',
  GRANDPARENT_KINSHIP: '补充（外）祖父母材料',
  NO_VALID_MATERIALS: '无有效材料',
} as const satisfies Record<AppealKind, string>

/** What the form of each ground asks for beside the address. */
export const GROUND_EVIDENCE = {
  BUSINESS: { label: '企业或个体工商户名称', hint: '照着营业执照填。' },
  EMPLOYMENT: { label: '工作单位', hint: '照着用工合同填全称。' },
  RESIDENCE_PERMIT: { label: '居住证编号', hint: '照着居住证填。' },
} as const satisfies Record<Ground, { label: string; hint: string }>

export const SINGLE_PARENT_WORDS = {
  DIVORCED: '离异',
  WIDOWED: '丧偶',
  UNMARRIED: '未婚生育',
  OTHER: '其他原因',
} as const satisfies Record<SingleParentReason, string>

/** Whose consent it is stands in `TRUTHFUL_CONSENT`: a new sentence is a new version there. */
export const TRUTHFUL_SENTENCE = '填写的内容和上传的材料都是真的，同意由区县审核人员查看'

export const APPEAL_BUTTONS = {
  save: '保存，下一步上传材料',
  change: '修改',
  send: '提交审核',
  sendAgain: '修改后再次提交',
  withdraw: '撤回申请',
  drop: '不再申请',
} as const

/** Of one document more, that a reviewer asks for beside what was in order. */
export const WANTED_WORDS = { title: '请补一份', inbox: '请补一份材料', rest: '其他材料已经核对，不用重传。补好以后，在最下面再次提交。' } as const

export function wantedWords(label: string): string {
  return `${WANTED_WORDS.title}：${label}`
}

/** A document that is still to be brought, of a list of what is wrong: what was asked for by name says so already. */
export function lackingWords(label: string): string {
  return label.startsWith(WANTED_WORDS.title) ? label : `缺${label}`
}

/** The same once it is there. */
export function broughtWords(label: string): string {
  return `${label}（补交）`
}

/** Where a fact comes from that no registry has. */
export function establishedSource(at: number): string {
  return `来源：${PROOF_WORDS.APPEAL}，${dayAndTime(at)}`
}

/** What two officers took back of an approval. */
export const TAKEN_BACK = {
  tag: '已撤回',
  title: '区县撤回了这项确认',
  since: (at: number) => `这份申请通过过，${dayAndTime(at)} 由区县的两名工作人员撤回，不再算数。为什么撤回，可以打学校的电话，或到现场办公点问。`,
  next: '入学方式请重新选择；有新的材料，可以重新申请。',
  again: '重新申请',
} as const

/** After the close. */
export const AFTER_CLOSE = {
  waiting: '采集已经截止，这份申请继续审核。通过以后，由区县的两名工作人员为您完成登记，以您提交申请的时间为准，不会因为截止受影响。',
  approved: '采集已经截止。请到现场办公点，由区县的两名工作人员为您完成登记，以您提交申请的时间为准。',
  refused: '采集已经截止，这份申请仍然可以修改后再次提交。',
  takenBack: '采集已经截止，您不用重新申请。请带身份证和证明材料到现场办公点，由窗口重新核验，由区县的两名工作人员为您完成登记，以您原来提交申请的时间为准。',
  elsewhere: '采集已经截止。请带身份证和证明材料到现场办公点，由窗口核验以后，由区县的两名工作人员为您完成登记。',
  missed: '采集已经截止，这份登记没有在截止以前提交。有疑问请打学校的电话，或工作日到现场办公点。',
  over: '采集已经截止，这份申请不能再提交。有疑问请打学校的电话，或工作日到现场办公点。',
} as const
