import { Bundle } from '@/components/ui/upload'
import { MATERIAL_WORDS } from '@/lib/copy/materials'
import { paths } from '@/lib/paths'
import { UploadField } from './leaves'
import { MaterialTile } from './material-tile'
import type { MaterialBundle } from './material-bundles'

type Props = {
  appealId: string
  /** the address of the page that this stands on: where forms lead back to */
  page: string
  bundles: readonly MaterialBundle[]
  /** false while it waits and once it is decided: what was sent is shown, and nothing can be done to it */
  editable: boolean
  /** after a press that could not send: what is missing is marked */
  marked?: boolean
}

/** The documents of an appeal with their files: everything works as plain forms, and sending is better with script. */
export function MaterialUploads({ appealId, page, bundles, editable, marked }: Props) {
  return (
    <>
      {editable && <p className="text-sm text-ink-soft">{MATERIAL_WORDS.how}</p>}
      {bundles.map((bundle) => (
        <Bundle key={bundle.key} anchor={bundle.key} title={bundle.label} have={bundle.have} need={bundle.need} hint={hintOf(bundle)} error={marked && bundle.have < bundle.need ? MATERIAL_WORDS.lacking(bundle.need - bundle.have) : undefined}>
          {bundle.materials.map((material, index) => (
            <MaterialTile key={material.id} {...{ material, bundle, page, editable }} place={index + 1} />
          ))}
          {editable && <UploadField fields={{ appealId, document: bundle.document, subject: bundle.subject, back: page }} label={bundle.label} to={paths.materials} signIn={paths.signIn} />}
        </Bundle>
      ))}
    </>
  )
}

/** Of pay slips, which months are still missing; else what the season's table says. */
function hintOf({ note, months }: MaterialBundle): string | undefined {
  const missing = (months ?? []).filter((month) => !month.covered).map((month) => month.label)
  return [note, missing.length > 0 ? MATERIAL_WORDS.missing(missing) : ''].filter((part) => part !== '').join('。') || undefined
}
