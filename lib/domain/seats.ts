import type { AllocationOutcome, AllocationReason, Load } from '@/lib/rules'

/**
 * A school's seats beside a run: taken, and held for siblings whom the county places by hand; `shared` of the held ones belong
 * to siblings who do not all fit, whoever of them takes them. `capacity` is null where the county has not said.
 */
export type Seats = { code: string; name: string; capacity: number | null; taken: number; held: number; shared: number }

/** What a run said of a child; `held` is the school at which seats are held for it and its siblings. */
export type Decided = { outcome: AllocationOutcome; because: AllocationReason; schoolCode: string | null; held: string | null }
/** A child to whom two officers gave a school beside the run, with what the run had said of it: null of one that was completed after the publication. */
export type GivenByHand = { schoolCode: string; decided: Decided | null }
/** For how many children a run holds seats at a school, and why. */
export type HeldFor = { school: string; because: AllocationReason; children: number }

/** The seats as they are after every decision by hand: who is given another school leaves a seat, or the one that was held. */
export function seatsBeside(schools: readonly Pick<Seats, 'code' | 'name' | 'capacity'>[], ofRun: readonly Load[], heldFor: readonly HeldFor[], given: readonly GivenByHand[]): Seats[] {
  return schools.map(({ code, name, capacity }) => {
    const load = ofRun.find(({ school }) => school === code)
    const came = given.filter(({ schoolCode }) => schoolCode === code).length
    const left = given.filter(({ decided }) => decided && decided.outcome !== 'by-hand' && decided.schoolCode === code).length
    const held = heldBeside(code, load?.held ?? 0, heldFor, given)
    return { code, name, capacity, taken: (load?.admitted ?? 0) + (load?.coordinated ?? 0) + came - left, ...held }
  })
}

/**
 * Siblings who are apart have a seat each, which goes with the decision on that child. Those who did not all fit share what
 * was left, and a school has one such family at the most: its seats are held until one of them is given them, or none of
 * them waits any more. Counted by the child, the second one's decision would free a seat of somebody else's.
 */
function heldBeside(code: string, seats: number, heldFor: readonly HeldFor[], given: readonly GivenByHand[]): Pick<Seats, 'held' | 'shared'> {
  const childrenOf = (sharing: boolean) => heldFor.filter((one) => one.school === code && sharesSeats(one) === sharing).reduce((sum, { children }) => sum + children, 0)
  const decidedOf = (sharing: boolean) => given.filter(({ decided }) => decided?.held === code && sharesSeats(decided) === sharing)
  const own = childrenOf(false)
  const [sharing, decided] = [childrenOf(true), decidedOf(true)]
  const taken = decided.filter(({ schoolCode }) => schoolCode === code).length
  // Of a run that has seats held and does not say for whom, nobody's decision frees one.
  const shared = sharing === 0 ? Math.max(0, seats - own) : Math.max(0, Math.min(seats - own - taken, sharing - decided.length))
  return { shared, held: shared + Math.max(0, own - decidedOf(false).length) }
}

const sharesSeats = ({ because }: Pick<Decided, 'because'>): boolean => because === 'SIBLINGS_DO_NOT_FIT'

/** Whether one seat more would be beyond the capacity. What is held for the child itself, which nobody has placed yet, is its own. */
export function isFull({ code, capacity, taken, held, shared }: Seats, child: { given: boolean; decided: Decided | null }): boolean {
  const hasHeld = !child.given && child.decided?.held === code && (!sharesSeats(child.decided) || shared > 0)
  return capacity !== null && taken + held - (hasHeld ? 1 : 0) >= capacity
}
