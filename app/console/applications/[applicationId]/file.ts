import type { openApplicationFile } from '@/lib/commands/open-application-file'
import type { Masks } from '@/lib/data/reveals'

export type File = NonNullable<Awaited<ReturnType<typeof openApplicationFile>>>

/** How this officer sees numbers here; `reveal` where they may be asked for, `list` the query of the list from which the file was opened. */
export type Numbers = { mask: Masks; applicationId: string; list: string; reveal: ((form: FormData) => Promise<void>) | undefined }
