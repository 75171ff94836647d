import { Notice } from '@/components/ui/notice'
import { broughtForward, comparedWith, datesOf, PUBLISH } from '@/lib/copy/staff/season-publication'
import { compareSeasons } from '@/lib/domain/season-changes'
import type { SeasonDraft } from '@/lib/data/season-drafts'
import type { Publication } from '@/lib/data/season-publication'
import { textHash } from '@/lib/data/season-tables'
import { findVersionBefore } from '@/lib/data/seasons-to-try'
import { paths } from '@/lib/paths'
import { ChangeFigures } from './drafts/[draftId]/changes/figures'

type Props = { draft: SeasonDraft; publication: Publication }

/** What publishing would do, as both administrators read it: what is found, what moves, what the families notice. */
export async function PublicationSummary({ draft, publication: { findings, published, publishable, overClose } }: Props) {
  const before = await findVersionBefore(draft, draft)
  return (
    <>
      {findings.length > 0
        ? <Notice kind="seal" title={PUBLISH.faulty(findings.length)}><a href={paths.seasonDraft(draft.id)}>逐处去改</a></Notice>
        : <Notice kind="ok"><p>{PUBLISH.clean}</p></Notice>}
      {overClose !== null && publishable && <Notice kind="seal"><p>{broughtForward(publishable.season.settings.closesAt, overClose)}</p></Notice>}
      <ul className="lines" role="list">
        {publishable && <li>{datesOf(publishable.season.settings)}</li>}
        <li>{published ? PUBLISH.next(published.number) : PUBLISH.first}</li>
        {published && publishable && textHash(publishable.agreement) !== published.agreementVersion && <li>{PUBLISH.agreement}</li>}
        {before && <li>{comparedWith(before)} <a href={paths.seasonChanges(draft.id)}>逐行看改动</a></li>}
      </ul>
      {before && <ChangeFigures changes={compareSeasons(before.content, draft.content)} />}
    </>
  )
}
