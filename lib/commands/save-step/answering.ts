import type { GuardianActor } from '@/lib/domain/actor'
import type { DraftAnswers } from '@/lib/domain/answers'
import type { Answer } from '@/lib/domain/findings'
import type { Result } from '@/lib/domain/result'
import type { Application, CountedRecord } from '@/lib/data/applications'
import type { RegistryName } from '@/lib/data/findings'
import type { PublishedSeason } from '@/lib/data/seasons'
import type { Registries } from '@/lib/registry/registries'

export type StepFailure =
  | { code: 'NOT_YOURS' | 'NOT_DRAFT' | 'NO_SEASON' | 'SEASON_NOT_OPEN' | 'SEASON_CLOSED' | 'STEP_NOT_REACHED' | 'NOT_NAMED' | 'APPEAL_WAITING' }
  | { code: 'AGREEMENT_CHANGED' | 'REGISTRY_UNAVAILABLE' | 'BASIS_CLOSED' | 'PROPERTY_CLOSED' | 'REGISTRATION_CLOSED' | 'MATERIALS_NOT_APPROVED' | 'CHANGED_MEANWHILE' }
  | { code: 'TOO_MANY_QUERIES'; waitMs: number }

/** What an answer is worked out from, and as of when; `before` are the answers that stay whatever it is. */
export type Answering = { actor: GuardianActor; application: Application; record: CountedRecord['value']; before: DraftAnswers; published: PublishedSeason; at: number; ask: Registries }

/** What a step adds: the answers so far with this one, and what a registry was asked on the way. */
export type Saved = { answers: DraftAnswers; asked?: { registry: RegistryName; answer: Answer<unknown> }; consent?: { kind: string; version: string } }
export type Answered = Promise<Result<Saved, StepFailure>>
