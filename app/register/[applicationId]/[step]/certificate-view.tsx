import type { ReactNode } from 'react'
import { SilenceNotice } from '@/components/application/silence-notice'
import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { BASIS_WORDS } from '@/lib/copy/bases'
import { SILENCE } from '@/lib/copy/silence'
import { BUTTONS } from '@/lib/copy/steps'
import { listDeeds } from '@/lib/data/deeds'
import { paths } from '@/lib/paths'
import { ClosedDeeds } from './closed-deeds'
import { StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'
import { NumberForm } from './typed-forms'

/** Of a grandparent whom the county approved the certificate's number is asked for; nothing is listed. */
export function CertificateView(props: StepViewProps) {
  const { actor, application, published, at } = props
  const asked = application.answers.certificate
  const form = (secondary = false) => <NumberForm key={application.version} step="certificate" applicationId={application.id} kept={asked?.certificateNumber} button={asked?.outcome === 'unavailable' ? BUTTONS.askAgain : BUTTONS.query} secondary={secondary} />
  switch (asked?.outcome) {
    case 'usable':
      return (
        <CertificatePage {...props} lead="这本不动产权证可以用来入学。">
          <Actions><ButtonLink href={paths.step(application.id, 'property')}>下一步：核对房产</ButtonLink></Actions>
          <More summary="换一本不动产权证">{form(true)}</More>
        </CertificatePage>
      )
    case 'closed':
      return (
        <CertificatePage {...props} lead="查到了这套房产，现在还不能用。" helpOpen>
          <ClosedDeeds {...props} again={BUTTONS.query} deeds={listDeeds(actor, application, published.season, at, 'GRANDPARENT_DEED')} />
          {form()}
        </CertificatePage>
      )
    case 'unavailable':
      return (
        <CertificatePage {...props} title="不动产登记暂时没有回应" lead={SILENCE.lead} helpOpen>
          <SilenceNotice kept="您填的证号" />
          {form()}
        </CertificatePage>
      )
    default:
      return (
        <CertificatePage {...props} lead={`亲属关系已由区县审核确认。填写${application.answers.bound?.at(-1)?.name ?? '老人'}的不动产权证号，查学位信息。`} helpOpen={asked !== undefined}>
          {asked && (
            <Notice kind="neutral" title="没有查到这位老人的这本不动产权证">
              <p role="alert">请对照不动产权证逐位核对，改好再查。证号没错的，可能是老产证还没有更新，请先到自然资源局核实；产权人必须是这位老人。</p>
            </Notice>
          )}
          {form()}
        </CertificatePage>
      )
  }
}

type PageProps = StepViewProps & { title?: string; lead: string; helpOpen?: boolean; children: ReactNode }

function CertificatePage({ title, children, ...props }: PageProps) {
  const id = props.application.id
  return (
    <StepPage {...props} step="certificate" title={title ?? <Phrases text={BASIS_WORDS.GRANDPARENT_DEED.title} />}>
      {children}
      <Actions>
        <ButtonLink variant="quiet" href={paths.step(id, 'grandparent')}>{BUTTONS.otherGrandparent}</ButtonLink>
        <ButtonLink variant="quiet" href={paths.step(id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink>
      </Actions>
    </StepPage>
  )
}
