import { buttonStyle } from '@/components/ui/button-style'
import { tileAction, UploadTile } from '@/components/ui/upload'
import { MATERIAL_WORDS } from '@/lib/copy/materials'
import { keepMonths, moveFile, removeFile } from './material-actions'
import type { BundledMaterial, MaterialBundle } from './material-bundles'
import { MonthBoxes } from './leaves'

type Props = { material: BundledMaterial; bundle: MaterialBundle; page: string; place: number; editable: boolean }

/** One file that is kept: its first page small, the way to see it whole, and what can be done with it. */
export function MaterialTile({ material, bundle, page, place, editable }: Props) {
  const name = MATERIAL_WORDS.file(place)
  const hidden = { materialId: material.id, back: page, place: bundle.key }
  const [first = ''] = material.fullSrcs
  return (
    <UploadTile
      name={name}
      state={MATERIAL_WORDS.saved(material.pages)}
      thumb={
        <a href={first} aria-label={`${MATERIAL_WORDS.view} ${bundle.label} ${name}`}>
          {/* eslint-disable-next-line @next/next/no-img-element -- a family's paper goes through no optimiser, and next/image writes an inline style */}
          <img className="size-14 object-cover" src={material.thumbSrc} alt="" width={56} height={56} loading="lazy" />
        </a>
      }
      action={editable && (
        <form action={removeFile}>
          <Hidden fields={hidden} />
          <button className={tileAction} type="submit" aria-label={`${MATERIAL_WORDS.remove} ${bundle.label} ${name}`}>{MATERIAL_WORDS.remove}</button>
        </form>
      )}
    >
      {material.pages > 1 && <Pages srcs={material.fullSrcs} />}
      {editable && bundle.materials.length > 1 && (
        <div className="flex gap-2">
          {place > 1 && <Move direction="up" fields={hidden} of={`${bundle.label} ${name}`} />}
          {place < bundle.materials.length && <Move direction="down" fields={hidden} of={`${bundle.label} ${name}`} />}
        </div>
      )}
      {bundle.months && <Months {...{ material, bundle, editable, hidden }} />}
    </UploadTile>
  )
}

function Hidden({ fields }: { fields: Readonly<Record<string, string>> }) {
  return <>{Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}</>
}

function Pages({ srcs }: { srcs: readonly string[] }) {
  return <p className="flex flex-wrap gap-x-3">{srcs.map((src, index) => <a key={src} className="inline-flex min-h-target items-center text-sm" href={src}>{MATERIAL_WORDS.page(index + 1)}</a>)}</p>
}

function Move({ direction, fields, of }: { direction: 'up' | 'down'; fields: Readonly<Record<string, string>>; of: string }) {
  const word = MATERIAL_WORDS[direction]
  return (
    <form action={moveFile}>
      <Hidden fields={{ ...fields, direction }} />
      <button className={tileAction} type="submit" aria-label={`${word} ${of}`}>{word}</button>
    </form>
  )
}

type MonthsProps = Pick<Props, 'material' | 'bundle' | 'editable'> & { hidden: Readonly<Record<string, string>> }

/** Which months a pay slip covers: kept at a tick, or with the button where there is no script. */
function Months({ material, bundle, editable, hidden }: MonthsProps) {
  const boxes = <MonthBoxes months={bundle.months ?? []} covered={material.months} fields={hidden} editable={editable} />
  if (!editable) return boxes
  return (
    <form action={keepMonths}>
      <Hidden fields={hidden} />
      {boxes}
      <noscript><button className={buttonStyle('secondary')} type="submit">{MATERIAL_WORDS.keepMonths}</button></noscript>
    </form>
  )
}
