import type { AllocationOutcome, Load } from '@/lib/rules'

/** A school's seats beside a run: taken, and held for siblings whom the county places by hand. `capacity` is null where the county has not said. */
export type Seats = { code: string; name: string; capacity: number | null; taken: number; held: number }

/** What a run said of a child; `held` is the school at which seats are held for it and its siblings. */
export type Decided = { outcome: AllocationOutcome; schoolCode: string | null; held: string | null }
/** A child to whom two officers gave a school beside the run, with what the run had said of it: null of one that was completed after the publication. */
export type GivenByHand = { schoolCode: string; decided: Decided | null }

/** The seats as they are after every decision by hand: who is given another school leaves a seat, or the one that was held. */
export function seatsBeside(schools: readonly Pick<Seats, 'code' | 'name' | 'capacity'>[], ofRun: readonly Load[], given: readonly GivenByHand[]): Seats[] {
  return schools.map(({ code, name, capacity }) => {
    const load = ofRun.find(({ school }) => school === code)
    const came = given.filter(({ schoolCode }) => schoolCode === code).length
    const left = given.filter(({ decided }) => decided && decided.outcome !== 'by-hand' && decided.schoolCode === code).length
    const released = given.filter(({ decided }) => decided?.held === code).length
    return { code, name, capacity, taken: (load?.admitted ?? 0) + (load?.coordinated ?? 0) + came - left, held: Math.max(0, (load?.held ?? 0) - released) }
  })
}

/** Whether one seat more would be beyond the capacity. What is held for the child itself, which nobody has placed yet, is its own. */
export function isFull({ code, capacity, taken, held }: Seats, child: { given: boolean; decided: Decided | null }): boolean {
  const own = !child.given && child.decided?.held === code && held > 0 ? 1 : 0
  return capacity !== null && taken + held - own >= capacity
}
