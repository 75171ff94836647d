import { asks } from './ask'

asks('desk')
