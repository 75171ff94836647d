import { lazy } from 'react'
import type { WrongProps } from './wrong-props'

/** Fetched at the first focus of a form, or when it is needed. */
export const fetchWentWrong = () => import('./went-wrong')

/** A form comes without what may be said of it once it was posted (S5); where that cannot be fetched, the server's words stand bare. */
const Later = lazy(() => fetchWentWrong().then((module) => ({ default: module.WentWrong }), () => ({ default: InShort })))

export function WentWrong(props: WrongProps) {
  return props.errors.length > 0 || props.signIn || props.refusal ? <Later {...props} /> : null
}

function InShort({ errors, signIn, refusal }: WrongProps) {
  return (
    <div id="errors" role="alert">
      {errors.map(({ field, message }) => <p key={field}><a href={`#${field}`}>{message}</a></p>)}
      {signIn && <p><a href={signIn} target="_blank" rel="noreferrer">登录已过期，请重新登录（在新页面打开）</a></p>}
      {refusal && <p>{refusal.title}。{refusal.text}</p>}
    </div>
  )
}
