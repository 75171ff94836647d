import { AGREEMENT_FILE, partOf, SETTINGS_FILE, type SeasonTable } from '@/lib/domain/season-draft'

/** What officers call the tables of a season's folder. */
export const TABLE_NAMES = {
  schools: '学校',
  catchment: '学区',
  categories: '类别',
  materials: '材料',
  reasons: '审核理由',
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

/** How a draft stands, and the shape of its tag. */
export const DRAFT_STANDINGS = {
  editing: { tag: 'draft', text: '正在改' },
  proposed: { tag: 'wait', text: '等第二位管理员' },
  published: { tag: 'ok', text: '已发布' },
  dropped: { tag: 'hold', text: '已放弃' },
} as const

/** A file by what officers call it; a file that no season has, by its name. */
export function fileWords(file: string): string {
  const part = partOf(file)
  if (part === 'settings') return `${DRAFT_TABS.settings} ${SETTINGS_FILE}`
  if (part === 'agreement') return `${DRAFT_TABS.agreement} ${AGREEMENT_FILE}`
  return part ? `${TABLE_NAMES[part]} ${file}` : file
}
