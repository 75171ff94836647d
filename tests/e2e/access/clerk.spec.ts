import { asks, does } from './ask'

asks('clerk')
does('clerk', 'app/school/actions.ts#reveal', 'own family')
