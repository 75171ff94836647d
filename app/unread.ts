import { cache } from 'react'
import { countUnread } from '@/lib/data/messages'

/** Asked by the masthead and by the page below it, counted once a request: the two never differ. */
export const requestUnread = cache(countUnread)
