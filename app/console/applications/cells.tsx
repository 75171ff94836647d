import type { ReactNode } from 'react'
import { StatusTag } from '@/components/ui/tag'
import { BASIS_WORDS, splitLabel } from '@/lib/copy/bases'
import { statusWords } from '@/lib/copy/staff/applications'
import { shortDayAndTime } from '@/lib/copy/time'
import type { Column } from '@/lib/domain/application-columns'
import type { ApplicationLine } from '@/lib/data/application-search'
import type { PublishedSeason } from '@/lib/data/seasons'

/** What each column says of a line; `open`: what was sent back may still be corrected. */
export type Cells = Readonly<Record<Column, (line: ApplicationLine) => ReactNode>>

const NONE_YET = <span className="text-ink-soft">未定</span>

export function cellsOf({ schools, settings }: PublishedSeason['season'], open: boolean): Cells {
  return {
    'id-number': ({ detail }) => detail.childIdNumber,
    guardian: ({ detail }) => `${detail.guardian}${detail.relation ? `（${detail.relation}）` : ''}`,
    'phone-tail': ({ detail }) => detail.phoneTail,
    basis: ({ basis }) => (basis ? BASIS_WORDS[basis].title : NONE_YET),
    address: ({ detail }) => detail.address && <span className="cell-long" title={detail.address}>{detail.address.split(settings.countyName).at(-1)}</span>,
    category: ({ detail }) => (detail.categoryLabel ? splitLabel(detail.categoryLabel).value : NONE_YET),
    school: ({ schoolCode }) => schools.find((school) => school.code === schoolCode)?.name ?? NONE_YET,
    row: ({ catchmentRow }) => catchmentRow,
    status: ({ status, round }) => {
      const { tag, text } = statusWords(status, { open, round })
      return <StatusTag kind={tag}>{text}</StatusTag>
    },
    receipt: ({ receiptNumber }) => receiptNumber,
    'submitted-at': ({ submittedAt }) => submittedAt !== null && shortDayAndTime(submittedAt),
    'changed-at': ({ changedAt }) => shortDayAndTime(changedAt),
  }
}
