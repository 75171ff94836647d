/** How a demonstration family is written down; `families.ts` has them all. Everything of it is invented. */
export type Member = {
  name: string
  born: string
  sex: '男' | '女'
  /** registered apart from the family's home */
  household?: { number: 2 | 3; address: string | null; head: string }
  /** in no register */
  unknown?: true
}

/** What a walk ends on: a deed or contract by its place in the family's list, a registration by whose it is. */
export type WalkChoice =
  | { basis: 'TITLE_DEED'; deed: number; preferredSchool?: string }
  | { basis: 'GRANDPARENT_DEED'; deed: number; grandparent: string }
  | { basis: 'PURCHASE_CONTRACT'; contract: number }
  | { basis: 'HOUSEHOLD_REGISTRATION'; of: string; preferredSchool?: string }
  | { basis: 'NO_VALID_MATERIALS'; ground: 'BUSINESS' | 'EMPLOYMENT' | 'RESIDENCE_PERMIT'; address: string }

/** What the rules say at the walk's end. No valid materials: before the county's approval. */
export type Judged = { refusals: readonly string[]; category: string | null; schools: readonly string[] }

export type Walk = {
  /** stable name of the walk, by which tests call it */
  key: string
  signsIn: string
  child: string
  /** the family's situation, in a reader's words */
  what: string
  /** what a reader should know of what happens; a refused walk says it here */
  note?: string
} & (
  | { by: WalkChoice; judged: Judged }
  /** the way ends earlier: at sign-in, or at the child's record */
  | { stops: 'not-verified' | 'not-named' | 'not-found' }
)

export type Family = {
  no: number
  /** where it enrols and its contracts are on file; 安义县 where nothing is said */
  county?: '360124'
  home: string | null
  head: string
  members: Readonly<Record<string, Member>>
  /** person, relation, relative; without it father and mother of every child */
  relations?: readonly (readonly [person: string, relation: 'FATHER' | 'MOTHER' | 'GUARDIAN', relative: string])[]
  deeds?: readonly { owners: readonly string[]; address: string; use?: string; county?: string; office?: string }[]
  contracts?: readonly { buyers: readonly string[]; address: string }[]
  /** has bound a phone in 昌通码, but no face */
  unverified?: string
  walks: readonly Walk[]
}

export const ANYI = '江西省南昌市安义县'
export const LONGJIN = `${ANYI}龙津镇`
export const MINHE = '江西省南昌市进贤县民和镇'

export const man = (name: string, born: string, more: Partial<Member> = {}): Member => ({ name, born, sex: '男', ...more })
export const woman = (name: string, born: string, more: Partial<Member> = {}): Member => ({ name, born, sex: '女', ...more })

/** Registered in another household than the family's home. */
export const apart = (address: string | null, head: string, number: 2 | 3 = 2) => ({ household: { number, address, head } })

export const admitted = (category: string, ...schools: readonly string[]): Judged => ({ refusals: [], category, schools })
export const refused = (refusals: readonly string[], category: string | null, ...schools: readonly string[]): Judged => ({ refusals, category, schools })

export const deed: WalkChoice = { basis: 'TITLE_DEED', deed: 0 }
export const household: WalkChoice = { basis: 'HOUSEHOLD_REGISTRATION', of: 'child' }
export const contract: WalkChoice = { basis: 'PURCHASE_CONTRACT', contract: 0 }
export const grandparentDeed = (grandparent: string): WalkChoice => ({ basis: 'GRANDPARENT_DEED', deed: 0, grandparent })
