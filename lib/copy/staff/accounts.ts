/** What is said of a refusal around accounts and sign-in, by code: what, and what to do next. */
export const ACCOUNT_ERRORS = {
  SIGN_IN_WRONG: '用户名、密码或动态口令不对。动态口令每 30 秒换一个，每个只能用一次。',
} as const satisfies Record<string, string>
