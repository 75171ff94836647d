import { ElderSwitch } from "./elder-switch";
import { Mark } from "./mark";

import { Count } from "../ui/row-link";

type MastheadProps = {
  countyName?: string;
  elder: boolean;
  signedIn: boolean;
  /** whether the way out stands here; while an officer acts it stands in the banner above */
  leaves: boolean;
  unread: number;
};

const tool =
  "inline-flex min-h-target min-w-target items-center justify-center px-2 text-sm text-action no-underline whitespace-nowrap hover:text-action-hover hover:underline";

/** The switch and the way out are forms, so that both work without JavaScript. */
export function Masthead({ countyName = "", elder, signedIn, leaves, unread }: MastheadProps) {
  return (
    <header className="masthead border-b border-line">
      <div className="masthead-in flex min-h-15 flex-wrap items-center gap-x-2.5 px-gutter py-1.5">
        <a className="flex min-h-target flex-1 items-center gap-2.5 text-ink no-underline hover:text-ink" href="/">
          <Mark className={unread > 0 ? "max-[430px]:hidden" : signedIn ? "max-[340px]:hidden" : "elder:max-[340px]:hidden"} />
          <span className="leading-[1.3] font-bold whitespace-nowrap">
            <span className="block text-xs leading-[1.3] font-normal text-ink-soft max-[340px]:hidden">{countyName}义务教育</span>
            智慧入学
          </span>
        </a>
        <div className="masthead-tools -mr-2 ml-auto flex flex-wrap justify-end gap-1">
          <ElderSwitch><button className={tool} type="submit">{elder ? "标准版" : "大字版"}</button></ElderSwitch>
          {unread > 0 && <a className={`${tool} gap-1.5`} href="/register/messages">消息<Count>{unread}</Count></a>}
          {signedIn && <a className={tool} href="/register">我的孩子</a>}
          {signedIn && leaves && <form method="post" action="/sign-out"><button className={tool} type="submit">退出</button></form>}
        </div>
      </div>
    </header>
  );
}
