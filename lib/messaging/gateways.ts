import 'server-only'
import { getEnv } from '@/lib/env'
import type { SmsGateway } from './gateway'
import { httpGateway } from './http-gateway'
import { logGateway } from './log-gateway'

/** Of a county that has no gateway: what was to go out is kept as not sent, and does not burst out on the day there is one. */
const noGateway: SmsGateway = { send: async () => ({ outcome: 'failed', code: 'no-gateway', retry: false }) }

/** The gateway of this installation. Commands take it as a parameter, so that a test can hand in another. */
export function smsGateway(): SmsGateway {
  const { sms } = getEnv()
  if (sms.kind === 'log') return logGateway()
  return sms.kind === 'http' ? httpGateway(sms) : noGateway
}
