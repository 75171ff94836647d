export type Verdict = 'met' | 'unmet' | 'not-applicable'

/** One test that was made, and the values that decided it. Of an entry's code the refusals' are `REFUSAL_CODES`. */
export type TraceEntry = {
  readonly code: string
  readonly verdict: Verdict
  readonly because: Readonly<Record<string, unknown>>
}
