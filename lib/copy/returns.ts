import { lastMinute } from './time'

/**
 * A submission that goes back, in one set of words for families, schools and the county: what it is called, how it stands
 * until the next round, and what the first of several officers does. An appeal is never sent back, but 「不通过」; what was
 * corrected in a register is 「更正」.
 */
export const RETURN = { act: '退回修改', state: '退回修改中', propose: '提议退回修改', proposed: '已提议退回', why: '要改什么' } as const

/** What a family reads where its submission was sent back. */
export const SENT_BACK = { title: `区县${RETURN.act}`, correct: '去修改' } as const

export function sentBackUntil(closesAt: number): string {
  return `请在${lastMinute(closesAt)}前改好，再提交一次。没有再提交的，原来那一份仍然有效。`
}
