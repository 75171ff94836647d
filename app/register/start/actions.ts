'use server'

import { startAnswers } from '@/lib/domain/answers'
import { QUERY_CONSENT } from '@/lib/copy/query-consent'
import { startApplication } from '@/lib/commands/start-application'
import { guardianAction } from '@/lib/forms/action'
import { paths } from '@/lib/paths'

export const start = guardianAction(startAnswers, paths.start, async ({ actor, input, now }) => {
  const started = await startApplication({ actor, county: input.county, idNumber: input.idNumber, consentVersion: QUERY_CONSENT.version, now })
  if (!started.ok) {
    const { failure } = started
    return { refused: { code: failure.code, age: failure.code === 'AGE' ? failure : undefined, waitMs: failure.code === 'TOO_MANY_QUERIES' ? failure.waitMs : undefined } }
  }
  return { to: started.value.to === 'application' ? paths.application(started.value.applicationId) : paths.children }
})
