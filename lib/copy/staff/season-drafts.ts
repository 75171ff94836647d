import type { SeasonTable } from '@/lib/domain/season-draft'

/** What officers call the tables of a season's folder. */
export const TABLE_NAMES = {
  schools: '学校',
  catchment: '学区',
  categories: '类别',
  materials: '材料',
  reasons: '退回理由',
} as const satisfies Record<SeasonTable, string>

/** The pages of a draft, in the order of its tabs. */
export const DRAFT_TABS = {
  overview: '总览',
  ...TABLE_NAMES,
  settings: '日期与规则',
  agreement: '隐私协议',
  changes: '改动',
  addresses: '试地址',
  whatIf: '试算',
  publish: '发布',
} as const
export type DraftTab = keyof typeof DRAFT_TABS
