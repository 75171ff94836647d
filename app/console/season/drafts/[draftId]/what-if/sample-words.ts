import { AGAINST_NAMES } from '@/lib/copy/staff/season-trial'
import type { Simulation } from '@/lib/data/simulations'

/** 2023 年已提交的登记和已选入学方式的草稿，第 3 次修改，与提交时的判定比 */
export function sampleWords({ year, drafts, against, revision }: Pick<Simulation, 'year' | 'drafts' | 'against' | 'revision'>): string {
  return [`${year} 年已提交的登记${drafts ? '和已选入学方式的填写中登记' : ''}`, revision === null ? null : `草稿第 ${revision} 次修改`, `与${AGAINST_NAMES[against]}比`].filter((words) => words !== null).join('，')
}
