import { More } from '@/components/ui/disclosure'
import { Nowrap } from '@/components/ui/phrase'
import { Quote } from '@/components/ui/quote'
import { StatusTag } from '@/components/ui/tag'
import { APPEAL_PROGRESS } from '@/lib/copy/appeal-progress'
import { wantedWords } from '@/lib/copy/appeals'
import { dayAndTime } from '@/lib/copy/time'
import type { Appeal, AppealRound } from '@/lib/data/appeals'

/** 未通过, with the reviewer's own words; earlier rounds under it, each with what was said of it. */
export function Verdict({ appeal }: { appeal: Appeal }) {
  const [newest, ...earlier] = appeal.history
  return (
    <div className="section section--near">
      <p><StatusTag kind="no">{APPEAL_PROGRESS.refused.tag}</StatusTag></p>
      {newest && <RoundVerdict round={newest} />}
      <EarlierRounds rounds={earlier} />
    </div>
  )
}

export function EarlierRounds({ rounds }: { rounds: readonly AppealRound[] }) {
  if (rounds.length === 0) return null
  return (
    <More summary={`以前提交过 ${rounds.length} 次`}>
      {rounds.map((round) => <RoundVerdict key={round.number} round={round} />)}
    </More>
  )
}

function RoundVerdict({ round: { number, sentAt, decision } }: { round: AppealRound }) {
  return (
    <Quote source={<>第 {number} 次提交：<Nowrap>{dayAndTime(sentAt)}</Nowrap>{decision && <>；区县审核：<Nowrap>{dayAndTime(decision.decidedAt)}</Nowrap></>}</>}>
      {decision?.reason || '没有写意见'}
      {decision?.wanted && !decision.reason.includes(decision.wanted.label) && <p>{wantedWords(decision.wanted.label)}</p>}
    </Quote>
  )
}
