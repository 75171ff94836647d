import type { Complaint } from '@/lib/domain/objections'

/** What is said to be wrong, as the family chooses it and officers call it. */
export const COMPLAINT_WORDS = {
  'wrong-category': { title: '类别不对', text: '生源类别和家里的情况不符。' },
  'wrong-catchment': { title: '学区不对', text: '地址对应的学校不对。' },
  'siblings-apart': { title: '兄弟姐妹没有在一起', text: '家里今年一起报名的孩子，不在同一所学校。' },
  'something-else': { title: '其他', text: '' },
} as const satisfies Record<Complaint, { title: string; text: string }>

/** The family's page. */
export const OBJECTION = {
  title: '对录取结果的异议',
  school: '录取学校',
  published: '公布时间',
  until: '异议截止',
  what: '哪里不对',
  text: '写清楚哪里不对、为什么',
  textHint: '10 到 1000 个字。例如：房产在某某路，应当属于哪所学校。',
  papers: '这里不用上传材料。有新的材料要交的，请带到现场办公点，在上面写明。',
  send: '提交异议',
  sending: '正在提交',
  again: '还有异议，再提一次',
  withdraw: '撤回异议',
  withdrawing: '正在撤回',
  withdrawText: '撤回以后，区县不再答复，录取结果不变。截止以前可以再提。',
  back: '回到我的孩子',
  yours: '您提交的异议',
  see: '查看异议',
  sentAt: '提交时间',
  tags: { waiting: '等待答复', kept: '已答复：结果不变', changed: '已答复：结果已更改' },
  waitingLead: '异议已经交到区县，不用再做什么。',
  answer: (at: string) => `区县的答复，${at}`,
  newSchool: '新的学校',
  help: '不确定哪里不对，先打电话问学校。',
} as const

export function objectionTag(answer: { schoolCode: string | null } | null): string {
  if (!answer) return OBJECTION.tags.waiting
  return answer.schoolCode === null ? OBJECTION.tags.kept : OBJECTION.tags.changed
}

export function objectionLateWords(until: string): string {
  return `异议截止是${until}，已经过了。有疑问请打学校的电话，或工作日到现场办公点。`
}

/** What an objection does, before it is written. */
export const OBJECTION_CAN = [
  '能：请区县重新核对生源类别、学区、兄弟姐妹的安排。确实错了的，会改。',
  '不能：换抽签的结果，或者因为更喜欢别的学校而换。学校满了的，一般不再增加学位。',
  '提出异议不影响现在的录取结果，答复以前结果一直有效。',
] as const

export const OBJECTION_NEXT = [
  { title: '区县核对', text: '一名工作人员看您写的和登记的信息，写出答复。' },
  { title: '另一名工作人员复核', text: '两个人都看过，答复才算数。' },
  { title: '告诉您', text: '答复和原因写在这里，并给您发消息。' },
] as const
