import type { ReactNode } from "react";
import { Mark } from "../layout/mark";
import { StatusTag } from "../ui/tag";
import { paths } from "@/lib/paths";

type EntranceProps = {
  title: ReactNode;
  lead?: ReactNode;
  demonstration: boolean;
  /** somebody who is in, but may not go on yet */
  signedIn?: string;
  children: ReactNode;
};

/** The staff's pages before the console: nothing leads anywhere else. */
export function Entrance({ title, lead, demonstration, signedIn, children }: EntranceProps) {
  return (
    <>
      <header className="bar">
        <p className="bar-home flex-1"><Mark />智慧入学工作人员</p>
        <div className="bar-who">
          {demonstration && <StatusTag kind="plain">演示数据</StatusTag>}
          {signedIn && <span>{signedIn}</span>}
          {signedIn && <form method="post" action={paths.staffSignOut}><button className="tool" type="submit">退出</button></form>}
        </div>
      </header>
      <main id="main" className="page w-full">
        <div className="title">
          <h1>{title}</h1>
          {lead && <p className="text-ink-soft">{lead}</p>}
        </div>
        {children}
      </main>
    </>
  );
}
