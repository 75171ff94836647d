import { BASIS_SHORT } from '@/lib/copy/bases'
import { GROUND_EVIDENCE, SINGLE_PARENT_WORDS } from '@/lib/copy/appeals'
import { KINSHIP_WORDS } from '@/lib/copy/kinship'
import { schoolWords } from '@/lib/copy/placement'
import { REFUSAL_WORDS } from '@/lib/copy/refusals'
import { AUDIT_BECAUSE, OUTLOOK } from '@/lib/copy/staff/case-file'
import type { AppealClaim } from '@/lib/domain/appeal-claims'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import type { CaseFile } from '@/lib/data/case-file'
import { outlookOf, type Outlook, type PlaceInView } from '@/lib/data/case-outlook'
import { Fact, Facts } from './facts'

/** What the family says beside its form, and what approval would come to: by the code of the family's own pages. */
export function OutlookSection({ file }: { file: CaseFile }) {
  if (file.is !== 'appeal') return <DeterminationFacts file={file} />
  const { appeal, application, guardian, published, rounds, round } = file
  const sent = rounds.find((one) => one.number === round)
  const claim = sent?.claim ?? appeal.claim
  const words = told(claim)
  const { now, approved } = outlookOf({ claim, application, guardian, published, at: sent?.sentAt ?? file.openedAt })
  return (
    <>
      {words.length > 0 && <Facts title={OUTLOOK.told}>{words.map(([term, text]) => <Fact key={term} term={term}>{text}</Fact>)}</Facts>}
      {file.open && (
        <Facts title={OUTLOOK.title}>
          <Fact term={OUTLOOK.now}><View outlook={now} kind={claim.kind} /></Fact>
          <Fact term={OUTLOOK.approved}><View outlook={approved} kind={claim.kind} approved /></Fact>
        </Facts>
      )}
    </>
  )
}

/** What a claim says that no register could. */
function told(claim: AppealClaim): [string, string][] {
  switch (claim.kind) {
    case 'STUDENT_NOT_FOUND':
      return []
    case 'GUARDIAN_MISMATCH':
      return [['哪里不对', claim.explanation]]
    case 'SINGLE_PARENT':
      return [['原因', SINGLE_PARENT_WORDS[claim.reason]], ...(claim.explanation ? [['说明', claim.explanation] satisfies [string, string]] : [])]
    case 'BLENDED_FAMILY':
      return claim.explanation ? [['说明', claim.explanation]] : []
    case 'GRANDPARENT_KINSHIP':
      return [['是孩子的', KINSHIP_WORDS[claim.kinship]]]
    case 'NO_VALID_MATERIALS':
      return [['属于哪一种', GROUND_NAMES[claim.ground]], [GROUND_EVIDENCE[claim.ground].label, claim.evidence]]
  }
}

function View({ outlook, kind, approved = false }: { outlook: Outlook; kind: AppealClaim['kind']; approved?: boolean }) {
  if (outlook.code === 'stopped') return OUTLOOK.stopped[kind]
  if (outlook.code === 'outdated') return OUTLOOK.outdated
  if (outlook.places.length === 0) return OUTLOOK.onward[kind]
  return outlook.places.map((place) => <Place key={place.basis} place={place} named={outlook.places.length > 1} strong={approved} />)
}

function Place({ place: { basis, category, schools, catchment, refusals }, named, strong }: { place: PlaceInView; named: boolean; strong: boolean }) {
  const verdict = category === null ? '没有对上类别' : `${category}，${schoolWords(schools)}`
  return (
    <div>
      {strong ? <b>{verdict}</b> : verdict}
      {named && <span className="text-ink-soft">（{BASIS_SHORT[basis]}）</span>}
      {catchment && <span className="block text-ink-soft">学区表 {catchment.row} 行，{catchment.place}</span>}
      {refusals.map((code) => <span key={code} className="block">仍不能提交：{REFUSAL_WORDS[code].title}</span>)}
    </div>
  )
}

function DeterminationFacts({ file: { because, submission } }: { file: Exclude<CaseFile, { is: 'appeal' }> }) {
  const { shown, catchmentRow } = submission
  return (
    <Facts title={OUTLOOK.determined}>
      {because && <Fact term={OUTLOOK.because}>{AUDIT_BECAUSE[because]}</Fact>}
      <Fact term="入学方式">{BASIS_SHORT[shown.basis]}：{shown.property.address}</Fact>
      <Fact term="生源类别"><b>{shown.category.label}</b></Fact>
      <Fact term="学校"><b>{schoolWords(shown.schools)}</b>{catchmentRow && <span className="block text-ink-soft">学区表 {catchmentRow} 行</span>}</Fact>
    </Facts>
  )
}
