import { BUTTONS } from './steps'

/** On every page of a register that does not answer: that nothing is lost, and what to do. */
export const SILENCE = { lead: '不是您的问题，也不影响报名。', title: '接下来会怎样' } as const

/** @param kept what was typed so far; `first` what has to be done before asking again */
export function whileSilent(kept: string, first = ''): string {
  return `${kept}已经保存。过几分钟${first}点「${BUTTONS.askAgain}」就能继续；也可以先离开，换个时间从「我的孩子」进来接着办。`
}
