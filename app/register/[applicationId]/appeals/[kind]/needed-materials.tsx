import { Bullets } from '@/components/ui/bullets'
import { Phrases } from '@/components/ui/phrase'
import type { PublishedSeason } from '@/lib/data/seasons'
import type { OpenAppeal } from '../open-appeal'
import type { AppealFormContext } from './form-context'

type Props = { materials: PublishedSeason['season']['materials']; kind: OpenAppeal['kind']; ground: AppealFormContext['ground'] }

/** The season's list of what an appeal must bring, as one reads it before there is an appeal. */
export function NeededMaterials({ materials, kind, ground }: Props) {
  return (
    <Bullets>
      {materials
        .filter((row) => row.kind === kind && row.ground === ground)
        .map(({ document, label, per, note }) => (
          <li key={document}>
            <Phrases text={per === 'guardian' ? `${label}，每位监护人一份` : label} />
            {note && <span className="block text-sm text-ink-soft">{note}</span>}
          </li>
        ))}
    </Bullets>
  )
}
