/** What can be known of a request before anything is done for it. */
export type Arrival = { method: string; path: string; cookies: string }

/**
 * How many requests may be under way in one process before a page is no longer begun: lower for who has not signed in yet, so
 * that those who have can go on to their receipt. At a hundred pages a second the last of these waits less than a second.
 */
export const RUSH_LIMITS = { newcomers: 40, signedIn: 80 } as const
export type RushLimits = Readonly<Record<keyof typeof RUSH_LIMITS, number>>

/** Until when whoever is turned away is asked to come back: not all at once. */
export const COME_BACK_SECONDS = { least: 15, most: 45 } as const

/** Besides pages nothing is turned away: scripts and pictures of a page that was served, answers of the identity provider, files, health. */
const NO_PAGE = /^\/(?:_next|api)\/|^\/(?:favicon\.ico|icon\.svg)$/
/** What a submit leads to. */
const RECEIPT = /^\/register\/[\w-]+\/done$/

/** Whether a request is let in (S10). What is posted always is: somebody has filled it in, and it may be a submit. */
export function mayEnter({ method, path, cookies }: Arrival, underWay: number, limits: RushLimits = RUSH_LIMITS): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || NO_PAGE.test(path) || RECEIPT.test(path)) return true
  return underWay < (/ruxue-(?:guardian|staff)=/.test(cookies) ? limits.signedIn : limits.newcomers)
}
