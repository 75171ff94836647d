'use server'

import { messageAnswers, messagesAnswers } from '@/lib/domain/answers'
import { openMessage } from '@/lib/commands/open-message'
import { readMessages } from '@/lib/commands/read-messages'
import { guardianPost } from '@/lib/forms/action'
import { paths } from '@/lib/paths'
import { messagePath } from './message-path'

export const open = guardianPost(
  messageAnswers,
  () => paths.messages,
  ({ actor, input, now }) => openMessage({ actor, now, ...input }),
  messagePath,
  () => paths.messages,
)

export const readAll = guardianPost(messagesAnswers, () => paths.messages, ({ actor, input, now }) => readMessages({ actor, now, ...input }), () => paths.messages)
