/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const APPLICATION_ERRORS = {
  REVEAL_REASON: '要显示完整号码，请写明理由，至少四个字。',
} as const satisfies Record<string, string>
