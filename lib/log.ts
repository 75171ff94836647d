import pino from 'pino'

/**
 * Log lines for operators: codes, counts, opaque ids, reference numbers. Never a name, a number of a person or a
 * certificate, an address; `redact` is the second line of defence, for fields that might carry one by mistake.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ['idNumber', 'name', 'phone', 'address', 'certificateNumber', '*.idNumber', '*.name', '*.phone', '*.address', '*.certificateNumber'], remove: true },
})
