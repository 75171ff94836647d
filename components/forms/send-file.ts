import { MATERIAL_FAULT_WORDS, SIGNED_OUT_WORDS } from '@/lib/copy/materials'
import { ERROR_WORDS, isErrorCode } from '@/lib/copy/errors'
import { MATERIAL_LIMITS } from '@/lib/domain/material-limits'

/** What became of a file: null when it was kept, else what to say, whether sending it again may help, and the way to sign in where that comes first. */
export type SendFault = { words: string; again: boolean; signIn?: string } | null

/** Faults that are of the moment, not of the file. */
const PASSING: readonly string[] = ['UPLOAD_CUT', 'STORAGE_FULL', 'STORAGE_UNAVAILABLE', 'TOO_MANY_UPLOADS']

function faultOf(code: string): SendFault {
  if (code === 'SIGNED_OUT') return { words: `${SIGNED_OUT_WORDS.title}。${SIGNED_OUT_WORDS.text}`, again: true, signIn: SIGNED_OUT_WORDS.signIn }
  const { title, text } = ERROR_WORDS[isErrorCode(code) ? code : 'UPLOAD_CUT']
  return { words: `${title}。${text}`, again: PASSING.includes(code) || !isErrorCode(code) }
}

function codeIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null) return 'UPLOAD_CUT'
  if ('ok' in answer && answer.ok === true) return null
  return 'code' in answer && typeof answer.code === 'string' ? answer.code : 'UPLOAD_CUT'
}

/**
 * Sends one file. XMLHttpRequest, because fetch does not tell how much of a body has left the phone.
 * @param to the route that takes it
 * @param sent is told the share that has left, in percent
 */
export function sendFile(to: string, fields: Readonly<Record<string, string>>, file: File, sent: (percent: number) => void): { done: Promise<SendFault>; cancel: () => void } {
  if (file.size > MATERIAL_LIMITS.bytes) return { done: Promise.resolve(faultOf('MATERIAL_TOO_LARGE')), cancel: () => undefined }
  const request = new XMLHttpRequest()
  const done = new Promise<SendFault>((resolve) => {
    const broken = () => resolve({ words: `${MATERIAL_FAULT_WORDS.UPLOAD_CUT.title}。${MATERIAL_FAULT_WORDS.UPLOAD_CUT.text}`, again: true })
    request.upload.addEventListener('progress', ({ loaded, total }) => sent(total > 0 ? Math.floor((loaded / total) * 100) : 0))
    request.addEventListener('error', broken)
    request.addEventListener('abort', broken)
    request.addEventListener('load', () => {
      const code = codeIn(request.response)
      resolve(code === null ? null : faultOf(code))
    })
  })
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', file)
  request.open('POST', to)
  request.responseType = 'json'
  request.setRequestHeader('accept', 'application/json')
  request.send(body)
  return { done, cancel: () => request.abort() }
}
