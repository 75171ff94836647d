import type { DeskKind, Withdrawable } from '@/lib/domain/desk-entries'
import type { InquiryOutcome } from '@/lib/domain/inquiries'
import type { MessageCode, MessageOf } from '@/lib/domain/messages'
import { takesBack } from '@/lib/domain/papers'
import { APPEAL_NAMES, WANTED_WORDS, wantedWords } from './appeals'
import { RETURN, SENT_BACK, sentBackUntil } from './returns'
import { EXTENDED } from './season'
import { closed } from './sentences'
import { lastMinute } from './time'

export type MessageWords = { title: string; text: string }
type WordsByCode = { [Code in MessageCode]: (content: MessageOf<Code>['content']) => MessageWords }

/** What stands in the inbox. Verdicts first in the title, then which child, then what to do. */
const WORDS = {
  'application-submitted': ({ child, receiptNumber }) => ({ title: '入学登记已提交', text: `${child}的登记已经提交，回执编号 ${receiptNumber}。` }),
  'registration-completed': ({ child, receiptNumber }) => ({ title: '区县已办完登记', text: `${child}的登记由区县两名工作人员办完，按您交材料的时间判定，回执编号 ${receiptNumber}。` }),
  'registration-ended': ({ child, reason }) => ({ title: '区县已结束一份登记', text: `${child}的登记没有办成，由区县两名工作人员结束。原因：${closed(reason)}有疑问请打学校的电话，或工作日到现场办公点。` }),
  'application-withdrawn': ({ child }) => ({ title: '登记已作废', text: `${child}的登记已经作废。截止以前可以重新登记。` }),
  'submitted-by-other': ({ child }) => ({ title: '另一位监护人已提交', text: `${child}的登记已由另一位监护人提交。每个孩子一年只有一份登记，不需要再报。` }),
  'guardianship-claimed': ({ child }) => ({
    title: '有人申请成为孩子的监护人',
    text: `有人向区县申请登记为${child}的监护人，正在审核。您可以照常办理。如果有疑问，请打学校的电话。`,
  }),
  'appeal-sent': ({ child, kind }) => ({ title: '材料已提交，等待审核', text: `${child}，${APPEAL_NAMES[kind]}：区县审核以后，会在这里告诉您结果。` }),
  'appeal-approved': ({ child, kind }) => ({ title: '审核已通过', text: `${child}，${APPEAL_NAMES[kind]}：区县已审核通过。截止以前通过的，请在截止以前接着办完；截止以后才通过的，由区县为您完成登记。` }),
  'appeal-refused': ({ child, kind, reason, wanted }) => wanted === undefined
    ? { title: '审核未通过', text: `${child}，${APPEAL_NAMES[kind]}。区县的意见：${closed(reason)}可以修改后再次提交。` }
    : { title: WANTED_WORDS.inbox, text: `${child}，${APPEAL_NAMES[kind]}。${wantedWords(wanted)}。${reason === wantedWords(wanted) ? '' : `区县的意见：${closed(reason)}`}其他材料不用重传，补好以后再次提交。` },
  'appeal-withdrawn': ({ child, kind }) => ({ title: '申请已撤回', text: `${child}，${APPEAL_NAMES[kind]}：申请已经撤回，区县不再审核。` }),
  'appeal-closed-by-submission': ({ child, kind }) => ({ title: '申请不再办理', text: `${child}的登记已经提交，${APPEAL_NAMES[kind]}的申请不再办理。` }),
  'desk-entered': ({ child, entered, fact, late = false }) => {
    const { done, next } = ENTERED[entered]
    return { title: takesBack(entered) ? '区县更正了一项确认' : '区县线下核验已通过', text: `${child}的登记：${entered === 'withdrawal' && fact ? takenBackWords(FACTS[fact]) : done}${late ? NEXT_AFTER_CLOSE : next}` }
  },
  'season-closed-with-open-appeal': ({ child, kind }) => ({
    title: '采集已截止，审核继续',
    text: `${child}，${APPEAL_NAMES[kind]}：截止以前交的材料继续审核。通过以后，由区县为您完成登记，以您提交材料的时间为准。`,
  }),
  'submission-returned': ({ child, reason, closesAt }) => ({
    title: `${SENT_BACK.title}，请改好再提交`,
    text: `${child}的登记，区县${RETURN.act}：${closed(reason)}${sentBackUntil(closesAt)}`,
  }),
  'register-updated': ({ child }) => ({ title: '登记数据有更新', text: `和${child}的登记有关的部门数据更新了，系统已重新查询。请打开登记再核对一遍，变了的地方要重新选。` }),
  'inquiry-answered': ({ child, outcome }) => ({ title: '部门已核实', text: `${child}的登记里您反映的情况，${ANSWERED[outcome]}` }),
  'objection-sent': ({ child }) => ({ title: '异议已收到', text: `${child}的录取结果：您的异议已经交到区县。两名工作人员先后看过以后，在这里答复您。` }),
  'objection-withdrawn': ({ child }) => ({ title: '异议已撤回', text: `${child}的录取结果：异议已经撤回，结果不变。` }),
  'objection-kept': ({ child, reason }) => ({ title: '异议有答复：结果不变', text: `${child}的录取结果不变。区县的答复：${closed(reason)}` }),
  'objection-changed': ({ child, school, reason }) => ({ title: '异议有答复：结果已更改', text: `${child}的学校改为${school}。区县的答复：${closed(reason)}` }),
  'school-decided': ({ child, school, reason }) => ({ title: '学校已由区县决定', text: `${child}的学校由区县决定，是${school}。原因：${closed(reason)}` }),
  'window-extended': ({ child, reason, closesAt }) => ({ title: EXTENDED.title, text: `${closed(reason)}${child}的登记可以办到${lastMinute(closesAt)}，已经填的都在。` }),
  'result-published': ({ child }) => ({ title: '录取结果已公布', text: `${child}的录取结果已经公布，请查看。` }),
  'reminder-48h': (content) => ({ title: '还有两天截止，还没有办完', text: unfinished(content) }),
  'reminder-24h': (content) => ({ title: '还有一天截止，还没有办完', text: unfinished(content) }),
} as const satisfies WordsByCode

/** What goes to a phone that somebody else may be holding: nothing of the family, only that there is something to read. */
export const SMS_WORDS = {
  'application-submitted': '您在智慧入学的登记已经提交，请登录查看回执。',
  'registration-completed': '您在智慧入学的登记已由区县办完，请登录查看回执。',
  'registration-ended': '您在智慧入学的一份登记已由区县结束，请登录查看原因。',
  'application-withdrawn': '您在智慧入学的一份登记已经作废。如果不是您本人操作，请登录查看。',
  'submitted-by-other': '您的孩子的入学登记已由另一位监护人提交，请登录智慧入学查看。',
  'guardianship-claimed': '有一项和您的孩子有关的监护人申请，请登录智慧入学查看。',
  'appeal-sent': '您在智慧入学提交的材料已经收到，等待区县审核。',
  'appeal-approved': '您在智慧入学登记的孩子有新的审核结果，请登录查看。',
  'appeal-refused': '您在智慧入学登记的孩子有新的审核结果，请登录查看。',
  'appeal-withdrawn': '您在智慧入学的一项申请已经撤回。如果不是您本人操作，请登录查看。',
  'appeal-closed-by-submission': '您在智慧入学的一项申请不再办理，请登录查看。',
  'desk-entered': '您在智慧入学登记的孩子有新的核验结果，请登录查看。',
  'season-closed-with-open-appeal': '智慧入学采集已截止，您提交的材料继续审核，请登录查看。',
  'submission-returned': '您在智慧入学提交的一份登记需要修改，请登录查看。',
  'register-updated': '您在智慧入学的登记有部门数据更新，请登录核对。',
  'inquiry-answered': '您在智慧入学反映的情况，部门已经核实，请登录查看。',
  'objection-sent': '您在智慧入学提交的异议已经收到，等待区县答复。',
  'objection-withdrawn': '您在智慧入学的一份异议已经撤回。如果不是您本人操作，请登录查看。',
  'objection-kept': '您在智慧入学提交的异议有了答复，请登录查看。',
  'objection-changed': '您在智慧入学提交的异议有了答复，请登录查看。',
  'school-decided': '您在智慧入学登记的孩子有新的录取结果，请登录查看。',
  'window-extended': '智慧入学的登记时间延长了，您有登记还没有办完，请登录查看新的截止时间。',
  'result-published': '您在智慧入学登记的孩子的录取结果已经公布，请登录查看。',
  'reminder-48h': '智慧入学还有两天截止，您有登记还没有办完，请登录办理。',
  'reminder-24h': '智慧入学还有一天截止，您有登记还没有办完，请登录办理。',
} as const satisfies Record<MessageCode, string>

type Lead = { to: 'receipt' | 'children' | 'appeal' | 'application' | 'result' | 'objection'; button: string }

const TO_CHILDREN = { to: 'children', button: '查看我的孩子' } as const

const MESSAGE_LEADS = {
  'application-submitted': { to: 'receipt', button: '查看回执' },
  'registration-completed': { to: 'receipt', button: '查看回执' },
  'registration-ended': TO_CHILDREN,
  'application-withdrawn': TO_CHILDREN,
  'submitted-by-other': TO_CHILDREN,
  'guardianship-claimed': TO_CHILDREN,
  'appeal-sent': { to: 'appeal', button: '查看申请' },
  'appeal-approved': { to: 'application', button: '接着办理' },
  'appeal-refused': { to: 'appeal', button: '查看意见并修改' },
  'appeal-withdrawn': { to: 'application', button: '接着办理' },
  'appeal-closed-by-submission': TO_CHILDREN,
  'desk-entered': { to: 'application', button: '接着办理' },
  'season-closed-with-open-appeal': { to: 'appeal', button: '查看申请' },
  'submission-returned': { to: 'application', button: SENT_BACK.correct },
  'register-updated': { to: 'application', button: '打开登记核对' },
  'inquiry-answered': { to: 'application', button: '打开登记' },
  'objection-sent': { to: 'objection', button: '查看异议' },
  'objection-withdrawn': { to: 'result', button: '查看录取结果' },
  'objection-kept': { to: 'objection', button: '查看答复' },
  'objection-changed': { to: 'objection', button: '查看答复和新的学校' },
  'school-decided': { to: 'result', button: '查看录取结果' },
  'window-extended': { to: 'application', button: '接着办理' },
  'result-published': { to: 'result', button: '查看录取结果' },
  'reminder-48h': { to: 'application', button: '接着办理' },
  'reminder-24h': { to: 'application', button: '接着办理' },
} as const satisfies Record<MessageCode, Lead>

/** Where a message leads, and what the button is called. The page knows the addresses. */
export function messageLead({ code, content }: MessageOf<MessageCode>): Lead {
  return code === 'desk-entered' && content.late ? TO_CHILDREN : MESSAGE_LEADS[code]
}

export function messageWords<Code extends MessageCode>(told: MessageOf<Code>): MessageWords {
  const words: WordsByCode[Code] = WORDS[told.code]
  return words(told.content)
}

function unfinished({ child, closesAt, appeal }: MessageOf<'reminder-48h'>['content']): string {
  const left = appeal ? `登记还没有提交，${APPEAL_NAMES[appeal]}的材料也还没有交` : '登记还没有提交'
  return `${child}的${left}。${lastMinute(closesAt)}截止，过后不能再填写或提交。`
}

/** What the desk has entered, and what the family does next. */
const ENTERED = {
  property: { done: '区县已录入线下核验的房产。', next: '请接着办理。' },
  'address-match': { done: '区县已为地址匹配学区。', next: '请接着办理，结果请再看一遍。' },
  identity: { done: '区县已录入核验过的学生和监护人。', next: '请从第一步核对，接着办理。' },
  'remove-guardian': { done: '区县撤销了一位监护人的监护关系。', next: '请从第一步重新核对。' },
  withdrawal: { done: takenBackWords('一项'), next: '还没有截止的，入学方式请重新选择，结果请再看一遍；已经截止的，请到现场办公点。' },
} as const satisfies Record<DeskKind, { done: string; next: string }>

/** After the close the children's page knows what is next, and it changes: the desk's, a reviewer's, or nobody's any more. */
const NEXT_AFTER_CLOSE = '采集已经截止，接下来怎么办，请看「我的孩子」。'

/** What two officers took back, as the family knows it. */
const FACTS = { property: '房产', 'address-match': '地址的学区', kinship: '（外）祖父母亲属关系', 'no-valid-materials': '「无有效材料」' } as const satisfies Record<Withdrawable['kind'], string>

function takenBackWords(what: string): string {
  return `区县先前确认的${what}已经撤回，不再算数。`
}

/** What a department has answered, and what the family does next. */
const ANSWERED = {
  'confirmed-family': '部门核实和您说的一致。提交了申请的，等区县审核；没有提交的，请接着办理。',
  'confirmed-register': '部门核实登记没有错。请对照登记检查您填写的内容，有证明材料的可以提交申请。',
  corrected: '部门已经更正登记，系统会重新查询。请打开登记再核对一遍。',
  unknown: '部门查不清。提交了申请的，由区县按您的材料审核。',
} as const satisfies Record<InquiryOutcome, string>
