import { asks } from './ask'

asks('admin')
