import { asks } from './ask'

asks('other-auditor')
