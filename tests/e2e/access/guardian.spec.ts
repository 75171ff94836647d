import { asks } from './ask'

asks('guardian')
