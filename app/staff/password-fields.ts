import type { StaffField } from './staff-form'

/** A new password, twice; as browsers' own password stores know it. */
export const NEW_PASSWORD_FIELDS: readonly StaffField[] = [
  { name: 'next', label: '新密码', hint: '至少 12 个字符，可以是一句话。不要有用户名、姓名、连续的数字。', type: 'password', autoComplete: 'new-password' },
  { name: 'again', label: '再填一次新密码', type: 'password', autoComplete: 'new-password' },
]

export const CURRENT_PASSWORD_FIELD: StaffField = { name: 'current', label: '现在的密码', type: 'password', autoComplete: 'current-password' }
