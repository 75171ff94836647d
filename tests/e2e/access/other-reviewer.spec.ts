import { asks } from './ask'

asks('other-reviewer')
