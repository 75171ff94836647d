import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type ButtonWordsProps = { small?: ReactNode; icon?: IconName; children: ReactNode };

export function ButtonWords({ small, icon, children }: ButtonWordsProps) {
  if (!small) return <>{icon && <Icon name={icon} />}<span>{children}</span></>;
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className="block py-0.5">
        {children}
        <small className="block text-xs leading-normal font-normal">{small}</small>
      </span>
    </>
  );
}

/** Three dots that blink in place of a spinner; they say nothing to a screen reader. */
export function Dots() {
  return <span className="dots" aria-hidden="true"><i /><i /><i /></span>;
}
