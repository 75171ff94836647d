import type { AppealKind } from '@/lib/rules'
import { STAGE } from '@/lib/domain/journey'
import type { Standing } from '@/lib/domain/standing'
import { RESULT_WORDS, TO_BE_ARRANGED } from './admission'
import { APPEAL_NAMES } from './appeals'
import { PLACED_BY_HAND, schoolWords } from './placement'
import { SENT_BACK, sentBackUntil } from './returns'
import { closed } from './sentences'
import { BUTTONS, STEP_NAMES } from './steps'

/** What is lost with a registration that is discarded, by when that is. */
export const WITHDRAWING = {
  before: '开始以后，可以用同一个身份证号重新填。',
  open: '截止以前，可以用同一个身份证号重新开始。',
  after: '采集已经截止，作废以后不能重新登记。',
  reviewed: '交给区县审核的材料，也会一起作废。',
} as const

/** 「补充（外）祖父母材料的材料」 is no sentence. */
export function materialsOf(kind: AppealKind): string {
  if (kind === 'GRANDPARENT_KINSHIP') return '补充的（外）祖父母材料'
  return kind === 'NO_VALID_MATERIALS' ? '提供的材料' : `${APPEAL_NAMES[kind]}的材料`
}

type StandingWords = {
  tag: { kind: 'draft' | 'wait' | 'ok' | 'no' | 'hold'; text: string }
  sentence: string
  /** where its one button leads, and what stands on it */
  button: { to: 'application' | 'appeal' | 'result'; text: string; small?: string } | null
}

type Of<Code extends Standing['code']> = Extract<Standing, { code: Code }>
type WordsByCode = { [Code in Standing['code']]: (standing: Of<Code>) => StandingWords }

const carryOn = { to: 'application', text: BUTTONS.collect, small: '接着上次的填' } as const

const WORDS: WordsByCode = {
  filling: ({ step }) => ({ tag: { kind: 'draft', text: '填写中' }, sentence: `填到第 ${STAGE[step]} 步：${STEP_NAMES[step]}。`, button: carryOn }),
  'to-confirm': () => ({ tag: { kind: 'draft', text: '还没有提交' }, sentence: '都填好了，看过结果就可以提交。', button: { ...carryOn, small: '看结果，提交' } }),
  'appeal-draft': ({ kind }) => ({ tag: { kind: 'draft', text: '填写中' }, sentence: `${materialsOf(kind)}还没有提交审核。`, button: { to: 'appeal', text: '接着准备材料' } }),
  'appeal-waiting': ({ kind }) => ({ tag: { kind: 'wait', text: '待审核' }, sentence: `${materialsOf(kind)}正在审核。等待时，其他入学方式还可以用。`, button: { to: 'appeal', text: '查看申请' } }),
  'appeal-holding': ({ kind }) => ({ tag: { kind: 'wait', text: '待审核' }, sentence: `${materialsOf(kind)}正在审核，通过以后接着办。`, button: { to: 'appeal', text: '查看申请' } }),
  'appeal-refused': ({ kind }) => ({ tag: { kind: 'no', text: '未通过' }, sentence: `${materialsOf(kind)}没有通过审核，改好可以再交，之前传的都还在。`, button: { to: 'appeal', text: '看意见，修改后再提交' } }),
  'appeal-approved': ({ kind }) => ({ tag: { kind: 'ok', text: '已通过' }, sentence: `${materialsOf(kind)}已经通过审核，可以接着办。`, button: carryOn }),
  'late-waiting': ({ kind }) => ({ tag: { kind: 'wait', text: '待审核' }, sentence: `采集已经截止。${materialsOf(kind)}继续审核，通过以后由区县办完登记。`, button: { to: 'appeal', text: '查看申请' } }),
  'late-refused': ({ kind }) => ({ tag: { kind: 'no', text: '未通过' }, sentence: `${materialsOf(kind)}没有通过审核。采集已经截止，这一份现在还可以改好再交。`, button: { to: 'appeal', text: '看意见，修改后再提交' } }),
  'late-approved': ({ kind }) => ({ tag: { kind: 'ok', text: '已通过' }, sentence: `${materialsOf(kind)}已经通过审核。采集已经截止，请到现场办公点，由区县办完登记。`, button: { to: 'appeal', text: '查看申请' } }),
  'late-taken-back': ({ kind }) => ({ tag: { kind: 'no', text: '已撤回' }, sentence: `${materialsOf(kind)}原来审核通过，后来撤回了。请带身份证和证明材料到现场办公点，由区县重新核验，办完登记，不算逾期。`, button: { to: 'appeal', text: '查看申请' } }),
  'late-verified': () => ({ tag: { kind: 'ok', text: '已核验' }, sentence: '区县已经线下核验。采集已经截止，请到现场办公点，由区县办完登记；不方便来的，等窗口的电话。', button: null }),
  'late-completing': () => ({ tag: { kind: 'wait', text: '待复核' }, sentence: '窗口已经替您办好，正由区县另一位工作人员复核，批准以后，回执在「消息」里。', button: null }),
  ended: ({ reason }) => ({ tag: { kind: 'no', text: '已结束' }, sentence: `这份登记没有办成，由区县的两名工作人员结束。原因：${closed(reason)}有疑问请打学校的电话，或工作日到现场办公点。`, button: null }),
  'not-open': () => ({ tag: { kind: 'draft', text: '填写中' }, sentence: '采集还没有开始，开始以后接着填。', button: null }),
  missed: () => ({ tag: { kind: 'no', text: '没有提交' }, sentence: '采集已经截止，这份登记没有提交。请打学校的电话，或到现场办公点。', button: null }),
  submitted: ({ schools, sentBack }) => ({
    tag: { kind: 'ok', text: '已提交' },
    sentence: `${allocated(schools)}，等待公布最终分配结果。${sentBack ? `区县退回过，采集截止前没有再提交，第 ${sentBack} 次提交的有效。` : ''}`,
    button: null,
  }),
  announced: ({ school }) => ({
    tag: { kind: school === null ? 'wait' : 'ok', text: school === null ? '待安排' : '已录取' },
    sentence: school === null ? `最终分配结果已经公布，学校${TO_BE_ARRANGED}。` : `最终分配结果已经公布，录取到${school}。`,
    button: { to: 'result', text: RESULT_WORDS.see },
  }),
  returned: ({ schools, closesAt }) => ({
    tag: { kind: 'ok', text: '已提交' },
    sentence: `${allocated(schools)}。${SENT_BACK.title}，${sentBackUntil(closesAt)}`,
    button: { to: 'application', text: SENT_BACK.correct, small: '填过的都在' },
  }),
}

function allocated(schools: readonly { name: string }[]): string {
  return schools.length > 0 ? `预分配${schoolWords(schools)}` : `学校${PLACED_BY_HAND}`
}

export function standingWords<Code extends Standing['code']>(standing: Of<Code>): StandingWords {
  const words: WordsByCode[Code] = WORDS[standing.code]
  return words(standing)
}
