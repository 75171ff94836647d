/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const SCHOOL_ERRORS = {
} as const satisfies Record<string, string>
