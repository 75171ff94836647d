import type { ReactNode } from 'react'
import '@/components/ui/console.css'
import '@/components/ui/console-small.css'

/** No guard: who may see a page is asked by each page itself. */
export default function Layout({ children }: { children: ReactNode }) {
  return children
}
