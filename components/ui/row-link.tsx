import type { ReactNode } from "react";
import Link from "next/link";
import { Icon } from "./icon";

type RowLinkProps = {
  href: string;
  /** how many unread; nothing is shown for none */
  count?: number;
  children: ReactNode;
};

export function RowLink({ href, count, children }: RowLinkProps) {
  return (
    <Link className="rowlink flex min-h-button items-center justify-between gap-3 border-y border-line no-underline hover:underline" href={href} prefetch={false}>
      <span>{children}</span>
      <span className="flex items-center gap-2">
        {count ? <Count>{count}</Count> : null}
        <Icon name="chevron-right" />
      </span>
    </Link>
  );
}

function Count({ children }: { children: number }) {
  return (
    <>
      <span className="num inline-grid h-6 min-w-6 place-items-center rounded-full bg-action px-[7px] text-xs font-bold text-on-action elder:h-8 elder:min-w-8">{children}</span>
      <span className="sr-only">条未读</span>
    </>
  );
}
