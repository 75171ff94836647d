import { RowLink } from '@/components/ui/row-link'
import { APPEALS } from '@/lib/copy/appeals'
import { GROUNDS_EXPLAINED } from '@/lib/copy/grounds'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import { paths } from '@/lib/paths'
import type { OpenAppeal } from '../open-appeal'
import { AppealPage } from './appeal-page'

/** Which of the three grounds, before anything is asked: each asks for other papers. */
export function GroundView({ open }: { open: OpenAppeal }) {
  const page = paths.appeal(open.application.id, 'no-valid-materials')
  return (
    <AppealPage open={open} lead={`${APPEALS.NO_VALID_MATERIALS.lead}先选属于哪一种。`}>
      <div>
        {GROUNDS_EXPLAINED.map(({ ground, text }) => (
          <RowLink key={ground} href={`${page}?ground=${ground}`}><b className="block">{GROUND_NAMES[ground]}</b><span className="block text-sm text-ink-soft">{text}</span></RowLink>
        ))}
      </div>
    </AppealPage>
  )
}
