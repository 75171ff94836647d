import type { ReactNode } from 'react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { LONGEST_SEARCH } from '@/lib/domain/applicants'

type Props = {
  search: (form: FormData) => Promise<void>
  text: string
  found: string
  /** where the list stands without any filter; null where none is on */
  clear: string | null
  /** the filters beside the one box */
  children: ReactNode
}

/** One form for what is typed and what is chosen, because both narrow the same list; it works as a post and a redirect. */
export function SearchBox({ search, text, found, clear, children }: Props) {
  return (
    <form role="search" action={search} className="flex flex-col gap-4">
      <div>
        <p className="mb-1.5 text-sm"><label className="font-bold" htmlFor="q">姓名、小区、路、村，或家长手机后四位</label><span className="pl-2 text-ink-soft" id="q-hint">几样一起查，中间空一格；也可以查回执编号</span></p>
        <div className="search">
          <input key={text} className="input" id="q" aria-describedby="q-hint" name="text" type="search" defaultValue={text} maxLength={LONGEST_SEARCH} autoComplete="off" data-key="/" />
          <Button icon="search">查询</Button>
        </div>
      </div>
      <div className="filters" role="group" aria-label="筛选">
        {children}
        <p className="ml-2 text-sm text-ink-soft" role="status">{found}</p>
        {clear && <Link className="inline-flex min-h-target items-center px-2 text-sm" href={clear} prefetch={false}>清除筛选</Link>}
      </div>
    </form>
  )
}
