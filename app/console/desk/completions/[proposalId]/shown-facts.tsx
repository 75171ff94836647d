import { BASIS_WORDS, HOME_TERMS } from '@/lib/copy/bases'
import { schoolWords } from '@/lib/copy/placement'
import type { ShownConfirmation } from '@/lib/domain/submission'

/** What guardian and officer had before their eyes when it was submitted at the desk; already masked. */
export function ShownFacts({ shown }: { shown: ShownConfirmation }) {
  return (
    <dl className="facts">
      <div><dt>学生</dt><dd>{shown.student.name}<br /><span className="text-ink-soft tabular-nums">{shown.student.idNumber}</span></dd></div>
      <div><dt>监护人</dt><dd>{shown.guardians.map((guardian) => `${guardian.name}（${guardian.relation}）`).join('、')}</dd></div>
      <div><dt>学生户籍</dt><dd>{shown.studentHousehold.address ?? shown.studentHousehold.place}</dd></div>
      <div><dt>入学方式</dt><dd>{BASIS_WORDS[shown.basis].title}</dd></div>
      <div><dt>{HOME_TERMS[shown.basis].receipt}</dt><dd>{shown.property.address}{shown.property.number && <><br /><span className="text-ink-soft tabular-nums">{shown.property.number}</span></>}</dd></div>
      <div><dt>生源类别</dt><dd><b>{shown.category.label}</b></dd></div>
      <div><dt>预分配学校</dt><dd><b>{schoolWords(shown.schools)}</b></dd></div>
    </dl>
  )
}
