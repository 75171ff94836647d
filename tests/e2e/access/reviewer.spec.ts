import { asks } from './ask'

asks('reviewer')
