import { NO_SCHOOL } from '@/lib/copy/staff/overview'
import type { SchoolFigures } from '@/lib/domain/overview'

/** From one school's bar to the next one's. */
export const ROW = 42
const CHARACTER = 14
const NARROWEST = 76

/** As wide as the longest name. */
export function labelWidth(schools: readonly Pick<SchoolFigures, 'name'>[]): number {
  return Math.max(NARROWEST, ...schools.map(({ name }) => (name ?? NO_SCHOOL).length * CHARACTER + 20))
}

export function Name({ y, name }: { y: number; name: string }) {
  return <text className="t" x="0" y={y + 17}>{name}</text>
}

type DepthsProps = { demand: readonly number[]; left: number; y: number; height: number; scale: (count: number) => number }

/** One bar, the most entitled darkest. */
export function Depths({ demand, left, y, height, scale }: DepthsProps) {
  return demand.map((count, depth) => {
    const x = left + scale(demand.slice(0, depth).reduce((sum, one) => sum + one, 0))
    // A hair of paper between two depths, so that they are told apart in grey as well.
    return count > 0 && <rect key={depth} className={`depth-${depth + 1}`} x={x} y={y} width={Math.max(1, scale(count) - 1)} height={height} />
  })
}
