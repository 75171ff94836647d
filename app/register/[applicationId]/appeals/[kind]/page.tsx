import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { APPEALS } from '@/lib/copy/appeals'
import { appealAnswers } from '@/lib/domain/appeal-answers'
import { appealKindOf } from '@/lib/domain/appeals'
import { openAppeal } from '../open-appeal'
import { ApprovedView } from './approved-view'
import { ClosedView } from './closed-view'
import { DraftView } from './draft-view'
import { FormView } from './form-view'
import { GroundView } from './ground-view'
import { RefusedForGoodView } from './refused-view'
import { TakenBackView } from './taken-back-view'
import { WaitingView } from './waiting-view'

type Props = { params: Promise<{ applicationId: string; kind: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = appealKindOf((await params).kind)
  return { title: kind ? APPEALS[kind].title : undefined }
}

/** One page serves an appeal through all its states: form, papers, waiting, verdict. */
export default async function AppealAtItsState({ params, searchParams }: Props) {
  const { applicationId, kind: slug } = await params
  const kind = appealKindOf(slug)
  if (!kind) notFound()
  const open = await openAppeal(applicationId, kind)
  const { appeal, closed, editable, over } = open
  const { edit, ground, fault } = await searchParams
  const editing = edit !== undefined || ground !== undefined
  if (appeal?.status === 'waiting') return <WaitingView open={open} appeal={appeal} />
  if (appeal?.status === 'approved' && (!editing || closed || over)) return appeal.takenBackAt === null ? <ApprovedView open={open} appeal={appeal} /> : <TakenBackView open={open} appeal={appeal} takenBackAt={appeal.takenBackAt} />
  if (appeal?.status === 'refused' && !editable) return <RefusedForGoodView open={open} appeal={appeal} />
  if (closed) return <ClosedView open={open} closed={closed} />
  if (appeal && appeal.status !== 'approved' && !editing) return <DraftView open={open} appeal={appeal} fault={typeof fault === 'string' ? fault : null} />
  if (kind !== 'NO_VALID_MATERIALS') return <FormView open={open} ground={null} />
  const chosen = appealAnswers.NO_VALID_MATERIALS.shape.ground.safeParse(ground ?? appeal?.ground)
  return chosen.success ? <FormView open={open} ground={chosen.data} /> : <GroundView open={open} />
}
