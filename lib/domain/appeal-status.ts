/**
 * Where an appeal stands: one column, one table. A refused one is amended and sent again as its next round; what was
 * sent and what was decided stays in the rounds. Every list of statuses and the README's diagram come from here.
 */
export const appealTransitions = {
  draft: {
    send: { to: 'waiting', by: ['guardian'] },
    withdraw: { to: 'withdrawn', by: ['guardian', 'system'] },
  },
  waiting: {
    approve: { to: 'approved', by: ['reviewer'] },
    refuse: { to: 'refused', by: ['reviewer'] },
    withdraw: { to: 'withdrawn', by: ['guardian', 'system'] },
  },
  refused: {
    send: { to: 'waiting', by: ['guardian'] },
    withdraw: { to: 'withdrawn', by: ['guardian', 'system'] },
  },
  approved: {},
  withdrawn: {},
} as const satisfies Record<string, Record<string, { to: string; by: readonly ('guardian' | 'reviewer' | 'system')[] }>>

export type AppealStatus = keyof typeof appealTransitions
export type AppealEvent = { [S in AppealStatus]: keyof (typeof appealTransitions)[S] }[AppealStatus]

const ALL: readonly AppealStatus[] = Object.keys(appealTransitions).filter((name): name is AppealStatus => name in appealTransitions)

/** The status after an event, or null where this status does not know it. */
export function appealAfter(status: AppealStatus, event: AppealEvent): AppealStatus | null {
  const moves: Partial<Record<AppealEvent, { to: AppealStatus }>> = appealTransitions[status]
  return moves[event]?.to ?? null
}

/** The statuses in which an event is known: what a conditional update asks for. */
export function appealStatusesWith(event: AppealEvent): AppealStatus[] {
  return ALL.filter((status) => appealAfter(status, event) !== null)
}

/** Form and files may be changed while it can be sent. */
export function isEditable(status: AppealStatus): boolean {
  return appealAfter(status, 'send') !== null
}

/** Not decided for good and not taken back: at most one of a kind and application. */
export function isOpen(status: AppealStatus): boolean {
  return appealAfter(status, 'withdraw') !== null
}
