/** The rules' own check of an ID number, for those above. Apart from `national-id.ts`, which browsers get without the rules. */
export { birthDateOf, idNumberFault } from '@/lib/rules'
