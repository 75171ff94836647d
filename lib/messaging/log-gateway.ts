import 'server-only'
import { maskPhone } from '@/lib/domain/privacy'
import { log } from '@/lib/log'
import type { SmsGateway } from './gateway'

/** The demonstration's: nobody's phone rings. What would have gone out stands in the log, the number masked. */
export function logGateway(): SmsGateway {
  return {
    send: async ({ id, phone, text }) => {
      log.info({ message: id, to: maskPhone(phone), text }, 'text message, as the demonstration sends it')
      return { outcome: 'sent', reference: null }
    },
  }
}
