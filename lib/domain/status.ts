/**
 * Where an application stands: one column, one table. Every list of statuses, every button and the README's diagram
 * come from here.
 */
export const transitions = {
  draft: {
    submit: { to: 'submitted', by: ['guardian'] },
    // Of staff: two officers of the desk, where the close left it open and nothing can be completed.
    withdraw: { to: 'withdrawn', by: ['guardian', 'system', 'staff'] },
  },
  submitted: {
    // Two administrators, and only while the season is open; the frozen submission holds until the next round replaces it.
    return: { to: 'returned', by: ['staff'] },
  },
  returned: {
    submit: { to: 'submitted', by: ['guardian'] },
  },
  withdrawn: {},
} as const satisfies Record<string, Record<string, { to: string; by: readonly ('guardian' | 'system' | 'staff')[] }>>

export type Status = keyof typeof transitions
export const STATUSES: readonly Status[] = Object.keys(transitions).filter((name): name is Status => name in transitions)

export type Event = { [S in Status]: keyof (typeof transitions)[S] }[Status]

/** The statuses in which a family may still change its answers. */
export const OPEN_STATUSES: readonly Status[] = STATUSES.filter((status) => 'submit' in transitions[status])

export function isOpenForAnswers(status: Status): boolean {
  return OPEN_STATUSES.includes(status)
}

/** The status after an event, or null where this status does not know it. */
export function after(status: Status, event: Event): Status | null {
  const moves: Partial<Record<Event, { to: Status }>> = transitions[status]
  return moves[event]?.to ?? null
}
