/** An expected failure is a value with a literal code; what is thrown is a bug. */
export type Result<Value, Failure extends { code: string }> = { ok: true; value: Value } | { ok: false; failure: Failure }

export function succeed<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function fail<Failure extends { code: string }>(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure }
}
