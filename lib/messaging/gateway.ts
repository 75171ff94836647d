/** Why a text message did not go out; a code for the table and the log, never the gateway's words. */
export type SmsFault = 'no-phone' | 'no-gateway' | 'timeout' | 'unreachable' | 'busy' | 'refused' | 'interrupted'

/** `reference` is the gateway's own number for it, where it gives one; `retry` says whether another attempt can help. */
export type SmsOutcome = { outcome: 'sent'; reference: string | null } | { outcome: 'failed'; code: SmsFault; retry: boolean }

/** Whoever brings text messages to phones. `id` is the message's: the same at every attempt, so that none arrives twice. */
export type SmsGateway = { send: (sms: { id: string; phone: string; text: string }) => Promise<SmsOutcome> }
