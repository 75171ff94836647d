import { asks } from './ask'

asks('auditor')
