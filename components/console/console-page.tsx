import type { ReactNode } from "react";
import { Mark } from "../layout/mark";
import { Notice } from "../ui/notice";
import { BackLink } from "../ui/steps";
import { StatusTag } from "../ui/tag";
import { STAFF_ERRORS, isStaffErrorCode } from "@/lib/copy/staff/errors";
import { PAGE_NAMES, ROLE_NAMES } from "@/lib/copy/staff/frame";
import type { StaffActor } from "@/lib/domain/actor";
import { countyName } from "@/lib/domain/counties";
import { pagesOf, type StaffPage } from "@/lib/domain/staff";
import { paths } from "@/lib/paths";
import { KeyHints, type KeyHint } from "./key-hints";

type FrameProps = {
  actor: StaffActor;
  /** which page of the bar this belongs to */
  current: StaffPage["name"] | "account";
  /** of a school's staff */
  schoolName?: string | null;
  demonstration: boolean;
  /** along the foot, always on show */
  keys?: readonly KeyHint[];
  /** behind the question mark */
  allKeys?: readonly KeyHint[];
  children: ReactNode;
};

/** Bar above, keys below; between them a page that fills the width. */
export function ConsoleFrame({ actor, current, schoolName, demonstration, keys = [], allKeys, children }: FrameProps) {
  const home = schoolName ? `${schoolName}招生咨询台` : `${countyName(actor.county)}智慧入学审核台`;
  const pages = pagesOf(actor.role);
  return (
    <>
      <header className="bar">
        <a className="bar-home" href={pages[0]?.path ?? paths.staffAccount}><Mark />{home}</a>
        <nav aria-label="主导航">
          {pages.map((page) => <a key={page.name} href={page.path} aria-current={page.name === current ? "page" : undefined}>{PAGE_NAMES[page.name]}</a>)}
        </nav>
        <div className="bar-who">
          {demonstration && <StatusTag kind="plain">演示数据</StatusTag>}
          <a href={paths.staffAccount} aria-current={current === "account" ? "page" : undefined}>{ROLE_NAMES[actor.role]} {actor.name}</a>
          <form method="post" action={paths.staffSignOut}><button className="tool" type="submit">退出</button></form>
        </div>
      </header>
      {children}
      {keys.length > 0 && <KeyHints hints={keys} all={allKeys} />}
    </>
  );
}

type PageProps = FrameProps & {
  title: ReactNode;
  lead?: ReactNode;
  /** of a page that is opened from another: which one, by its name; on a page with keys Esc leads there */
  back?: { href: string; to: string };
  /** the one thing that is done from here, at the right of the heading */
  action?: ReactNode;
  /** `?fault=` of the address, as it came */
  fault?: string | string[];
};

/** A staff page with a heading. What could not be done stands above everything else. */
export function ConsolePage({ title, lead, back, action, fault, children, ...frame }: PageProps) {
  return (
    <ConsoleFrame {...frame}>
      <main id="main" className="con">
        <div className="con-head">
          <div>
            {back && <BackLink href={back.href} hotKey="escape">回到{back.to}</BackLink>}
            <h1>{title}</h1>
            {lead && <p className="text-sm text-ink-soft">{lead}</p>}
          </div>
          {action}
        </div>
        <Fault code={fault} />
        {children}
      </main>
    </ConsoleFrame>
  );
}

/** What could not be done, from the address; an unknown code says nothing. */
export function Fault({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== "string" || !isStaffErrorCode(code)) return null;
  return <Notice kind="neutral" title="没有办成"><p role="alert">{STAFF_ERRORS[code]}</p></Notice>;
}
