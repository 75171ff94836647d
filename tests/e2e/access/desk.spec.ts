import { asks, does, takes } from './ask'

asks('desk')
takes('desk', '/api/staff/scans', 'family with an appeal')
does('desk', 'app/console/applications/[applicationId]/actions.ts#reveal', 'own family')
