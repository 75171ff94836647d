import { asks, does } from './ask'

asks('admin')
does('admin', 'app/console/cases/actions.ts#reassign', 'family with an appeal')
does('admin', 'app/console/registers/uploads/[uploadId]/actions.ts#drop', 'own family')
does('admin', 'app/console/staff/actions.ts#endOne', 'own family')
