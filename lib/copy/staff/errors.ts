import { ACCOUNT_ERRORS } from './accounts'
import { ALLOCATION_ERRORS } from './allocation'
import { APPLICATION_ERRORS } from './applications'
import { AUDIT_ERRORS } from './audit'
import { ASSIST_ERRORS } from './assist'
import { BY_HAND_ERRORS } from './by-hand'
import { CASE_ERRORS } from './cases'
import { DESK_ERRORS } from './desk'
import { INQUIRY_ERRORS } from './inquiries'
import { REGISTER_ERRORS } from './registers'
import { PUBLICATION_ERRORS } from './season-publication'
import { SCHOOL_ERRORS } from './school'
import { SEASON_DRAFT_ERRORS } from './season-draft-errors'
import { SEASON_TRIAL_ERRORS } from './season-trial'

/** Every code that a staff form or page may show. Those of one part stand in its own file. */
export const STAFF_ERRORS = {
  UNREADABLE: '有一项没有填好，请对照页面再看一遍。',
  NOT_FOUND: '没有找到，或者不属于本县。',
  CHANGED_MEANWHILE: '内容刚刚被别人改过，您的操作没有写入。下面是最新的内容。',
  NO_SEASON: '本县还没有发布招生方案。',
  SAME_OFFICER: '要由另一位工作人员复核，自己提的不能自己批。',
  ...ACCOUNT_ERRORS,
  ...ALLOCATION_ERRORS,
  ...APPLICATION_ERRORS,
  ...AUDIT_ERRORS,
  ...ASSIST_ERRORS,
  ...BY_HAND_ERRORS,
  ...CASE_ERRORS,
  ...DESK_ERRORS,
  ...INQUIRY_ERRORS,
  ...REGISTER_ERRORS,
  ...PUBLICATION_ERRORS,
  ...SCHOOL_ERRORS,
  ...SEASON_DRAFT_ERRORS,
  ...SEASON_TRIAL_ERRORS,
} as const

export type StaffErrorCode = keyof typeof STAFF_ERRORS

export function isStaffErrorCode(code: string): code is StaffErrorCode {
  return Object.hasOwn(STAFF_ERRORS, code)
}
