'use client'

import { useState } from 'react'
import { ChoiceGroup } from '@/components/ui/choice'
import type { RowChoice } from './entry-form-props'

type Props = { name: string; rows: readonly RowChoice[]; defaultValue: string | undefined; error: string | undefined }

/** The season's catchment, a row a choice. The box above narrows it as one types; without script the whole table stands there. */
export function RowPicker({ name, rows, defaultValue, error }: Props) {
  const [wanted, setWanted] = useState('')
  const fits = ({ row, text, schools }: RowChoice) => wanted.trim().split(/\s+/).every((part) => `${row} ${text} ${schools}`.toLowerCase().includes(part.toLowerCase()))
  const shown = rows.filter(fits).length
  return (
    <div className="form">
      <div className="field noscript:hidden">
        <label className="field-label block font-bold" htmlFor="wanted">在学区表里找</label>
        <input className="input" id="wanted" type="search" autoComplete="off" value={wanted} onChange={(event) => setWanted(event.target.value)} placeholder="路名、小区、村、学校或行号" />
        <p className="text-xs text-ink-soft" role="status">学区表 {rows.length} 行，显示 {shown} 行</p>
      </div>
      <ChoiceGroup legend="对应学区表的哪一行" name={name} error={error}>
        <div className="verbs max-h-112 overflow-y-auto p-1">
          {rows.map((one) => (
            // Hidden, not taken away: what was chosen stays chosen while one looks on.
            <label key={one.row} className="choice" hidden={!fits(one)}>
              <input type="radio" name={name} value={one.row} defaultChecked={defaultValue === one.row} />
              <span className="text-sm tabular-nums">{one.row}</span>
              <span className="text-sm">{one.text}</span>
              <span className="ml-auto text-sm text-ink-soft">{one.schools}</span>
            </label>
          ))}
        </div>
      </ChoiceGroup>
    </div>
  )
}
