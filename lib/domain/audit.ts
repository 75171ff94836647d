/** Audit rows are sealed within seconds; what has waited this long without a seal is a fault. Real time. */
export const UNSEALED_MS = 10 * 60 * 1000
