import { closed } from './sentences'
import { lastMinute } from './time'

/** Whether a season's tables hold demonstration data, in words; a real season's settings name none. */
export function dataSource(season: { year: number; demonstration?: readonly string[] | undefined }, version: number): string {
  const table = `学区表、类别表 ${season.year} 年第 ${version} 版`
  return season.demonstration?.length ? `${table}，演示数据（阳湖村过渡学区按通知）` : table
}

/** The sentence that stands beside every pre-allocated school. */
export function forecast(year: number): string {
  return `「学位预分配信息」为系统根据${year}年学区划分结果的预测结果，并非最终结果。`
}

export const SEASON_PHASE_WORDS = {
  before: { title: '采集还没有开始', text: '开始以后再来填写，先报后报都一样。可以先把材料准备好。' },
  after: { title: '采集已经截止', text: '现在不能再开始登记。已经提交的，可以登录查看回执，录取结果公布以后也在那里看；截止以前交了材料的，继续审核。有疑问请打学校的电话。' },
} as const

export const EXTENDED = { title: '登记时间延长了' } as const

/** Why, in the county's words, and until when now. */
export function extendedUntil(reason: string, closesAt: number): string {
  return `${closed(reason)}登记延长到 ${lastMinute(closesAt)}。`
}
