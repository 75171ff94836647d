import { asks } from './ask'

asks('other-desk')
