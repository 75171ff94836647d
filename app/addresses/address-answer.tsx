'use client'

import { useEffect, useRef } from 'react'
import { Section } from '@/components/layout/section'
import { PhoneList } from '@/components/ui/phones'
import { Source } from '@/components/ui/summary'
import { Verdict } from '@/components/ui/verdict'
import { NEAR_ROWS } from '@/lib/copy/address-check'
import type { Answered } from './check-state'

/** What the table says of the address above; read out when it appears. */
export function AddressAnswer({ address, status, title, text, rows, phones, forecast, source }: Answered & { address: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="grid gap-3" aria-labelledby="answer">
      <h2 id="answer" ref={heading} tabIndex={-1} className="text-xl font-bold">{title}</h2>
      <p className="break-words text-ink-soft">{address}</p>
      {text && <p>{text}</p>}
      {status === 'unmatched' && rows.length > 0 && <p className="font-bold">{NEAR_ROWS}</p>}
      {rows.length > 0 && (
        <Verdict items={rows.map(({ row, place, school, addresses, note }) => ({ key: `${place}（学区表 ${row}）`, value: school, note: [...addresses, note].filter((one) => one !== '').join('；') || undefined }))} />
      )}
      {rows.length > 0 && <p className="text-sm text-ink-soft">{forecast}</p>}
      <Source>{source}</Source>
      {phones.length > 0 && <Section title="学校电话"><PhoneList schools={phones} /></Section>}
    </section>
  )
}
