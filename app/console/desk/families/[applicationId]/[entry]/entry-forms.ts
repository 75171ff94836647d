import type { ComponentType } from 'react'
import type { DeskKind } from '@/lib/domain/desk-entries'
import type { EntryFormProps } from './entry-form-props'
import { IdentityForm } from './identity-form'
import { MatchForm } from './match-form'
import { PropertyForm } from './property-form'
import { RemovalForm, WithdrawalForm } from './take-back-forms'

export const ENTRY_FORMS = { property: PropertyForm, 'address-match': MatchForm, identity: IdentityForm, 'remove-guardian': RemovalForm, withdrawal: WithdrawalForm } as const satisfies Record<DeskKind, ComponentType<EntryFormProps>>
