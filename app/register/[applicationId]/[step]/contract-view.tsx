import type { ReactNode } from 'react'
import { UnmatchedGuidance } from '@/components/application/deed-guidance'
import { SilenceNotice } from '@/components/application/silence-notice'
import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { ClosedChoice } from '@/components/ui/choice'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { Source, SummaryList, SummaryRow } from '@/components/ui/summary'
import { StatusTag } from '@/components/ui/tag'
import { closedContractReason } from '@/lib/copy/contracts'
import { hasMatchFault } from '@/lib/copy/deeds'
import { SILENCE } from '@/lib/copy/silence'
import { BUTTONS } from '@/lib/copy/steps'
import { dayAndTime, writtenDate } from '@/lib/copy/time'
import { maskCertificate, maskName } from '@/lib/domain/privacy'
import { recordNaming } from '@/lib/data/applications'
import { findFamilyContract, type FamilyContract } from '@/lib/data/contracts'
import { paths, stepPath } from '@/lib/paths'
import { ChangePersonForm } from './change-person-form'
import { firstSchool } from './outcome'
import { StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'
import { NumberForm } from './typed-forms'

/** 「使用购房合同」: the number is typed and asked for; what came of it stands above the field. */
export function ContractView(props: StepViewProps) {
  const { actor, application, published, at } = props
  const asked = application.answers.contract
  const known = findFamilyContract(actor, application, published.season, at)
  // The number that was typed last, or the contract that was found before another basis was tried.
  const form = (secondary = false) => <NumberForm key={application.version} step="contract" applicationId={application.id} kept={asked?.contractNumber ?? known?.contract.contractNumber} button={asked?.outcome === 'unavailable' ? BUTTONS.askAgain : BUTTONS.query} secondary={secondary} />
  const found = asked?.outcome === 'usable' || asked?.outcome === 'closed' ? known : null
  if (found) return found.closedBy.length === 0 ? <UsableContract {...props} found={found} form={form(true)} /> : <ClosedContract {...props} found={found} form={form} />
  if (asked?.outcome === 'unavailable') {
    return (
      <ContractPage {...props} title="购房合同备案暂时没有回应" lead={SILENCE.lead} helpOpen>
        <SilenceNotice kept="您填的编号" />
        {form()}
      </ContractPage>
    )
  }
  return (
    <ContractPage {...props} lead="填写合同编号，查询备案的购房合同。请合同上的买房人本人登录。" helpOpen={asked?.outcome === 'not-found'}>
      {asked?.outcome === 'not-found' && (
        <Notice kind="neutral" title="没有查到您家的这份合同">
          <p role="alert">请对照合同逐位核对编号，改好再查。编号没错的，可能还没有备案，请先问售楼单位；合同要由登记的监护人购买。</p>
        </Notice>
      )}
      {form()}
    </ContractPage>
  )
}

type PageProps = StepViewProps & { title?: string; lead: string; helpOpen?: boolean; firstSchool?: string | undefined; children: ReactNode }

function ContractPage({ title = BUTTONS.useContract, children, ...props }: PageProps) {
  return (
    <StepPage {...props} step="contract" title={title}>
      {children}
      <Actions><ButtonLink variant="quiet" href={paths.step(props.application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
    </StepPage>
  )
}

/** Found and usable: its page leads on at once, and this is where one comes back to. */
function UsableContract({ found: { contract, determination }, form, ...props }: StepViewProps & { found: FamilyContract; form: ReactNode }) {
  const { actor, application } = props
  return (
    <ContractPage {...props} lead="这份合同可以用来入学。" firstSchool={firstSchool(determination)}>
      <SummaryList>
        <SummaryRow term="房产地址"><Phrases text={contract.address} /></SummaryRow>
        <SummaryRow term="用途">{contract.use}</SummaryRow>
        <SummaryRow term="买受人">{contract.buyers.map((buyer) => (buyer.idNumber === actor.idNumber ? `${buyer.name ?? ''}（当前登录）` : maskName(buyer.name))).join('、')}</SummaryRow>
        <SummaryRow term="合同编号"><span className="tabular-nums">{maskCertificate(contract.contractNumber)}</span></SummaryRow>
        {contract.filedOn && <SummaryRow term="备案日期">{writtenDate(contract.filedOn)}</SummaryRow>}
      </SummaryList>
      <Asked {...props} />
      <Actions><ButtonLink href={stepPath(application.id, 'confirm')}>下一步：看判定结果</ButtonLink></Actions>
      <More summary="换一份合同">{form}</More>
    </ContractPage>
  )
}

/** Found and closed: stays on paper, with why and what to do. Of a contract that others bought only who must sign in. */
function ClosedContract({ found: { contract, closedBy }, form, ...props }: StepViewProps & { found: FamilyContract; form: (secondary: boolean) => ReactNode }) {
  const { actor, application, published } = props
  const { countyName, help } = published.season.settings
  const guardians = recordNaming(application, actor.idNumber)?.guardians ?? []
  const buyers = contract.buyers.filter((buyer) => guardians.some((guardian) => guardian.idNumber === buyer.idNumber)).map((buyer) => maskName(buyer.name))
  const isOthers = closedBy.includes('BUYER_NOT_SIGNED_IN')
  const unmatched = !isOthers && hasMatchFault(closedBy)
  return (
    <ContractPage {...props} lead="查到了这份合同，现在还不能用。" helpOpen>
      <ClosedChoice
        title={isOthers ? `合同 ${maskCertificate(contract.contractNumber)}` : <Phrases text={contract.address} />}
        tag={unmatched ? <StatusTag kind="hold">房产信息待匹配</StatusTag> : undefined}
        reason={closedContractReason(closedBy, { buyers, use: contract.use, countyName })}
      >
        {unmatched && <UnmatchedGuidance desk={help.desk} ambiguous={closedBy.includes('ADDRESS_AMBIGUOUS')} again={BUTTONS.query} />}
        {!isOthers && closedBy.includes('PROPERTY_OUTSIDE_COUNTY') && <a className="inline-flex min-h-target items-center" href={paths.county(application.id)}>修改入学区县</a>}
      </ClosedChoice>
      <Asked {...props} />
      {isOthers && buyers.length > 0 && <ChangePersonForm who="买房人" />}
      {form(isOthers && buyers.length > 0)}
    </ContractPage>
  )
}

function Asked({ application }: StepViewProps) {
  const finding = application.findings.contract
  return finding && <Source>来源：购房合同备案，{dayAndTime(finding.askedAt)} 查询</Source>
}
