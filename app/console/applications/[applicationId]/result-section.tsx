import { StatusTag } from '@/components/ui/tag'
import { admittedTo, REASON_WORDS } from '@/lib/copy/admission'
import { splitLabel } from '@/lib/copy/bases'
import { OUTCOME_NAMES } from '@/lib/copy/staff/allocation'
import { dayAndTime } from '@/lib/copy/time'
import type { AdmissionResult } from '@/lib/domain/admission'
import type { File } from './file'
import { FileSection } from './file-section'

/** All that the family was told, in the words that it read; the newest counts. */
export function ResultSection({ file }: { file: File }) {
  const { results } = file
  return (
    <FileSection id="result" empty={results.length === 0 && '还没有公布结果。'}>
      <ul className="lines" role="list">
        {results.map((result, index) => <li key={result.id}><Told file={file} result={result} counts={index === 0} /></li>)}
      </ul>
    </FileSection>
  )
}

function Told({ file: { published, submissions }, result, counts }: { file: File; result: AdmissionResult; counts: boolean }) {
  const { number, outcome, because, schoolCode, admissionNumber, publishedAt } = result
  const school = admittedTo(published.season.schools.find(({ code }) => code === schoolCode)?.name ?? schoolCode)
  const shown = submissions[0]?.shown
  return (
    <>
      <b>{school}</b>　<StatusTag kind={counts ? 'ok' : 'plain'}>{counts ? '有效' : '已被新的结果替换'}</StatusTag>
      <span className="block text-ink-soft">第 {number} 次结果，{OUTCOME_NAMES[outcome].text}，{dayAndTime(publishedAt)} 公布{admissionNumber && `，录取编号 ${admissionNumber}`}</span>
      {shown && <span className="block">{REASON_WORDS[because]({ school, category: splitLabel(shown.category.label).value, wanted: shown.schools })}</span>}
    </>
  )
}
