import { asks } from './ask'

asks('clerk')
