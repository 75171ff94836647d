import { lastMinute } from './time'

/** What a family reads where its submission was sent back. */
export const SENT_BACK = { title: '区县退回修改', correct: '去修改' } as const

export function sentBackUntil(closesAt: number): string {
  return `请在${lastMinute(closesAt)}前改好，再提交一次。没有再提交的，原来那一份仍然有效。`
}
