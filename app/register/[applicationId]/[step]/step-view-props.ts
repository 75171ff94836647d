import type { OpenDraft } from '../open-draft'

/** What every step's view is given: who asks, the draft, its season, the time, and what went wrong with the last post. */
export type StepViewProps = OpenDraft & { fault: string | null }
