import { asks } from './ask'

asks('other-clerk')
