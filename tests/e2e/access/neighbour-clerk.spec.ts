import { asks } from './ask'

asks('neighbour-clerk')
