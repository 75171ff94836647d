import { asks } from './ask'

asks('other-admin')
