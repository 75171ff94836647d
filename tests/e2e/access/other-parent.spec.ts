import { asks } from './ask'

asks('other-parent')
