import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { Words } from "./words";

type ButtonWordsProps = { small?: ReactNode; icon?: IconName; children: ReactNode };

export function ButtonWords({ small, icon, children }: ButtonWordsProps) {
  return <Words small={small} icon={icon && <Icon name={icon} />}>{children}</Words>;
}
