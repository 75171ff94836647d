import { NO_SCHOOL } from '@/lib/copy/staff/overview'
import type { SchoolFigures } from '@/lib/domain/overview'

/** From one school's bar to the next one's. */
export const ROW = 42
const CHARACTER = 14
const NARROWEST = 76

/** As wide as the longest name. */
export function labelWidth(schools: readonly SchoolFigures[]): number {
  return Math.max(NARROWEST, ...schools.map(({ name }) => (name ?? NO_SCHOOL).length * CHARACTER + 20))
}

export function Name({ y, name }: { y: number; name: string }) {
  return <text className="t" x="0" y={y + 17}>{name}</text>
}
