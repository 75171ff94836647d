import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Actions } from '@/components/layout/actions'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { Bullets } from '@/components/ui/bullets'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { APPEALS } from '@/lib/copy/appeals'
import { paths, stepPath } from '@/lib/paths'
import { openDraft } from '../../open-draft'

export const metadata: Metadata = { title: '带材料到现场办理' }

const appealKind = z.enum(['student-not-found', 'guardian-mismatch'])

type Props = { params: Promise<{ applicationId: string; kind: string }> }

/** Cases 2 and 3: which desk to go to and what to bring. The draft stands. */
export default async function AppealPage({ params }: Props) {
  const { applicationId, kind: named } = await params
  const kind = appealKind.safeParse(named)
  if (!kind.success) notFound()
  const { published } = await openDraft(applicationId, paths.appeal(applicationId, kind.data))
  const { title, lead, code } = APPEALS[kind.data]
  const { settings, schools, materials } = published.season
  const documents = [...new Set(materials.filter((row) => row.kind === code).map((row) => row.label))]
  return (
    <Page title={title} lead={lead} back={stepPath(applicationId, 'record')}>
      <Section near title="到哪里办">
        <p><Phrases text={`${settings.help.hours}到${settings.help.desk}，请监护人本人前往。`} /></p>
      </Section>
      {documents.length > 0 && (
        <Section near title="要带的材料">
          <Bullets>{documents.map((document) => <li key={document}><Phrases text={document} /></li>)}<li>监护人本人的身份证</li></Bullets>
        </Section>
      )}
      <Notice kind="info" title="已经填的都保存着">
        <p>登记信息更正以后，从「我的孩子」进来，点「重新查询」就能接着办。截止前没有更正好的，也请先到现场说明。</p>
      </Notice>
      <Actions>
        <ButtonLink href={paths.children}>回到我的孩子</ButtonLink>
        <ButtonLink variant="secondary" href={stepPath(applicationId, 'record')}>返回核对</ButtonLink>
      </Actions>
      <Help schools={schools} open desk={settings.help.desk} hours={settings.help.hours} lead="不确定带什么，先打电话问。" />
    </Page>
  )
}
