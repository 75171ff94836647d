import type { ReactNode } from "react";
import { Icon } from "./icon";

type RowLinkProps = {
  href: string;
  /** how many unread; nothing is shown for none */
  count?: number;
  children: ReactNode;
};

const row = "rowlink flex min-h-button w-full items-center justify-between gap-3 border-y border-line no-underline hover:underline";

export function RowLink({ href, count, children }: RowLinkProps) {
  return (
    <a className={row} href={href}>
      <span>{children}</span>
      <span className="flex items-center gap-2">
        {count ? <Count>{count}</Count> : null}
        <Icon name="chevron-right" />
      </span>
    </a>
  );
}

/** The same line where following it is a deed: the button of a form. */
export function RowButton({ children }: { children: ReactNode }) {
  return (
    <button className={`${row} border-b-0 text-left text-action hover:text-action-hover`} type="submit">
      <span>{children}</span>
      <Icon name="chevron-right" />
    </button>
  );
}

export function Count({ children }: { children: number }) {
  return (
    <>
      <span className="num inline-grid h-6 min-w-6 place-items-center rounded-full bg-action px-[7px] text-xs font-bold text-on-action elder:h-8 elder:min-w-8">{children}</span>
      <span className="sr-only">条未读</span>
    </>
  );
}
