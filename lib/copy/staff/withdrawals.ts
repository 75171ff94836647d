import { dayAndTime } from '../time'

/** Of what the county confirmed and took back: what had been confirmed stays to be read. */
export const WITHDRAWALS = {
  title: '撤回的确认',
  confirmed: (by: string, at: number) => `${dayAndTime(at)} ${by} 确认`,
  takenBack: (by: string, at: number) => `${dayAndTime(at)} ${by} 撤回`,
  why: (why: string) => `撤回的原因：${why}`,
} as const
