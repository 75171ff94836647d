import { asks } from './ask'

asks('stranger')
