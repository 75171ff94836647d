import type { AppealHead } from '@/lib/domain/appeals'
import type { Step } from '@/lib/domain/journey'
import { APPEAL_NAMES } from './appeals'
import { STEP_NAMES } from './steps'

export const CALL_COLUMNS = ['学生身份证号', '监护人', '手机号', '还没有办完的', '户籍所在地段的学校'] as const

/** What an officer says on the phone. */
export function unfinishedWords(unfinished: { step: Step } | { appeal: Pick<AppealHead, 'kind' | 'status'> }): string {
  if ('step' in unfinished) return `登记填到「${STEP_NAMES[unfinished.step]}」，还没有提交`
  const { kind, status } = unfinished.appeal
  return `${APPEAL_NAMES[kind]}：${status === 'refused' ? '审核未通过，还没有再次提交' : '材料还没有提交审核'}`
}
