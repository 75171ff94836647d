/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const APPLICATION_ERRORS = {
  RETURN_NOT_SUBMITTED: '只有已提交的登记可以退回。',
  RETURN_CLOSED: '采集已经截止，不能再退回修改。',
  RETURN_WAITING: '这份登记已经有人提议退回，等另一位管理员决定。',
  RETURN_REASON: '退回要写明要改什么，至少四个字，家长会看到。',
  RETURN_REFUSAL_REASON: '不同意退回，请写明原因。',
  REVEAL_REASON: '要显示完整号码，请写明理由，至少四个字。',
} as const satisfies Record<string, string>
