/**
 * Milliseconds that are left before this confirmation may be submitted: `readingSeconds` after it was first served,
 * that instant included. 14.999 s is too early, 15.000 s is not.
 */
export function readingLeft(servedAt: number, now: number, readingSeconds: number): number {
  return Math.max(0, servedAt + readingSeconds * 1000 - now)
}
