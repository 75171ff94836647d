'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { AddWords, tileAction, tileAdd, UploadTile } from '@/components/ui/upload'
import { SENDING_WORDS } from '@/lib/copy/materials'
import { ACCEPTED } from '@/lib/domain/material-limits'
import type { SendFault } from './send-file'

type Props = {
  /** what the server is told besides the file */
  fields: Readonly<Record<string, string>>
  /** of the document, for whoever hears the button and does not see what stands above it */
  label: string
  /** the route that takes files, where one signs in again, and what is said on the tile where that is not of photographs */
  to: string
  signIn: string
  add?: string
}

type Sending = { id: number; file: File; percent: number | null; fault: SendFault }

/**
 * The tile that takes files, and one tile for each that is on its way. Without JavaScript it is a plain form with a button.
 * What sends is fetched with the first file; a file that was cut off is kept here and sent again at a press.
 */
export function UploadField({ fields, label, to, add = SENDING_WORDS.add, signIn }: Props) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const count = useRef(0)
  const queue = useRef(Promise.resolve())
  const under = useRef<{ id: number; cancel: () => void } | null>(null)
  const stopped = useRef(new Set<number>())
  const [files, setFiles] = useState<readonly Sending[]>([])
  const [said, setSaid] = useState('')

  const change = (id: number, by: Partial<Sending>) => setFiles((before) => before.map((one) => (one.id === id ? { ...one, ...by } : one)))
  const take = (id: number) => setFiles((before) => before.filter((one) => one.id !== id))

  /** One after another: on a weak line two at once only make both fail. */
  function enqueue(one: Sending) {
    queue.current = queue.current.then(() => send(one))
  }

  function pick() {
    const chosen = [...(input.current?.files ?? [])].map((file): Sending => ({ id: count.current++, file, percent: null, fault: null }))
    if (input.current) input.current.value = ''
    setFiles((before) => [...before, ...chosen])
    chosen.forEach(enqueue)
  }

  async function send({ id, file }: Sending) {
    if (stopped.current.has(id)) return
    change(id, { percent: 0 })
    const sender = await import('./send-file').catch(() => null)
    if (!sender) return change(id, { percent: null, fault: { words: SENDING_WORDS.cut, again: true } })
    const { done, cancel } = sender.sendFile(to, fields, file, (percent) => change(id, { percent }))
    under.current = { id, cancel }
    const fault = await done
    under.current = null
    if (fault) return change(id, { percent: null, fault })
    setSaid(`${label}${SENDING_WORDS.saved}`)
    take(id)
    router.refresh()
  }

  function stop({ id }: Sending) {
    stopped.current.add(id)
    take(id)
    if (under.current?.id === id) under.current.cancel()
  }

  function again(one: Sending) {
    change(one.id, { fault: null })
    enqueue(one)
  }

  // What was chosen before this script had arrived.
  const pickEarly = useEffectEvent(() => {
    if (input.current?.files?.length) pick()
  })
  useEffect(() => pickEarly(), [])

  return (
    <>
      {files.map((one) => (
        <UploadTile key={one.id} name={one.file.name} state={stateOf(one)} failed={one.fault !== null} percent={one.percent ?? undefined} action={<Stop said={one.fault && !one.fault.again ? SENDING_WORDS.dismiss : SENDING_WORDS.cancel} of={one.file.name} onPress={() => stop(one)} />}>
          {one.fault?.signIn && <a className={tileAction} href={`${signIn}?expired=1&to=${encodeURIComponent(fields.back ?? '')}`} target="_blank" rel="noreferrer">{one.fault.signIn}</a>}
          {one.fault?.again && <Again of={one.file.name} onPress={() => again(one)} />}
        </UploadTile>
      ))}
      <li>
        <form action={to} method="post" encType="multipart/form-data">
          {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <label className={tileAdd}>
            <AddWords>{add}</AddWords>
            <input ref={input} className="sr-only noscript:not-sr-only noscript:max-w-full" type="file" name="file" multiple accept={ACCEPTED} aria-label={`${label}：${add}`} onChange={pick} />
          </label>
          <noscript><button className={buttonStyle('secondary')} type="submit">{SENDING_WORDS.upload}</button></noscript>
        </form>
        <span className="sr-only" role="status">{said}</span>
      </li>
    </>
  )
}

function stateOf({ percent, fault }: Sending): ReactNode {
  if (fault) return <span role="alert">{fault.words}</span>
  if (percent === null) return SENDING_WORDS.waiting
  return percent < 100 ? SENDING_WORDS.sending(percent) : SENDING_WORDS.working
}

type PressProps = { of: string; onPress: () => void }

function Stop({ said, of, onPress }: PressProps & { said: string }) {
  return <button className={tileAction} type="button" aria-label={`${said} ${of}`} onClick={onPress}>{said}</button>
}

function Again({ of, onPress }: PressProps) {
  return <button className={buttonStyle('secondary')} type="button" aria-label={`${SENDING_WORDS.retry} ${of}`} onClick={onPress}>{SENDING_WORDS.retry}</button>
}
