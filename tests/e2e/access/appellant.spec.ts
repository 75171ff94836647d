import { asks, does } from './ask'

asks('appellant')
does('appellant', 'app/register/[applicationId]/appeals/[kind]/actions.ts#withdraw', 'family with an appeal')
does('appellant', 'app/register/[applicationId]/appeals/[kind]/actions.ts#saveForm', 'family with an appeal')
