import type { StaffPage, StaffRole } from '@/lib/domain/staff'

/** What stands in the bar over every staff page. */
export const PAGE_NAMES = {
  queue: '申诉审核',
  applications: '登记查询',
  desk: '线下窗口',
  season: '招生方案',
  registers: '登记数据',
  allocation: '录取',
  byHand: '人工安排',
  overview: '概览',
  staff: '账号',
  audit: '审计',
  lookup: '查询学生',
  counts: '按类别统计',
  admissions: '录取名单',
  callSheet: '电话登记表',
} as const satisfies Record<StaffPage['name'], string>

export const ROLE_NAMES = {
  reviewer: '审核员',
  desk: '窗口',
  admin: '管理员',
  school: '招生办',
  auditor: '审计员',
} as const satisfies Record<StaffRole, string>
