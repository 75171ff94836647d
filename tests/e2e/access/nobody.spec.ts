import { asks } from './ask'

asks('nobody')
