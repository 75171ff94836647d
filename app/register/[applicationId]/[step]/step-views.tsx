import type { ReactNode } from 'react'
import type { PlainStep } from '@/lib/domain/journey'
import { AgreementView } from './agreement-view'
import { BasisView } from './basis-view'
import { BindingView } from './binding-view'
import { CertificateView } from './certificate-view'
import { ContractView } from './contract-view'
import { DeedView } from './deed-view'
import { GrandparentView } from './grandparent-view'
import { HouseholdView } from './household-view'
import { NoMaterialsView } from './no-materials-view'
import { PropertyView } from './property-view'
import { RecordView } from './record-view'
import { RegistrationView } from './registration-view'
import type { StepViewProps } from './step-view-props'

/** A new step does not compile until it has a view. */
export const STEP_VIEWS: Record<PlainStep, (props: StepViewProps) => ReactNode | Promise<ReactNode>> = {
  record: RecordView,
  agreement: AgreementView,
  household: HouseholdView,
  basis: BasisView,
  grandparent: GrandparentView,
  binding: BindingView,
  certificate: CertificateView,
  deed: DeedView,
  property: PropertyView,
  contract: ContractView,
  registration: RegistrationView,
  'no-materials': NoMaterialsView,
}
