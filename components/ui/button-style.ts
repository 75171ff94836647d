import type { ReactNode } from "react";
import type { IconName } from "./icon";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "seal";
export type ButtonState = ButtonVariant | "disabled" | "waiting";

export type FormAction = string | ((data: FormData) => void | Promise<void>);

export type ButtonProps = {
  variant?: ButtonVariant;
  type?: "submit" | "button";
  name?: string;
  value?: string;
  /** the small second line: what happens when it is pressed */
  small?: ReactNode;
  icon?: IconName;
  formAction?: FormAction;
  /** never silent: say why beside the button and point `describedBy` at it */
  disabled?: boolean;
  describedBy?: string;
  form?: string;
  /** the key that presses it, on a page with keys */
  hotKey?: string;
  children: ReactNode;
};

const shape =
  "flex min-h-button items-center justify-center gap-2 px-5 py-2.5 border-[1.5px] rounded-md text-base leading-[1.4] text-center " +
  "transition-colors ease-calm md:in-[.actions]:w-auto md:in-[.actions]:min-w-72 " +
  "console:in-[.actions]:w-fit console:in-[.actions]:min-w-0 console:py-0 console:whitespace-nowrap";

const filled = "font-bold no-underline console:px-4";

/** One look for each state. Hover and press belong only to buttons that can be pressed. */
const looks: Record<ButtonState, string> = {
  primary: `${filled} border-transparent bg-action text-on-action hover:bg-action-hover hover:text-on-action active:bg-action-press`,
  secondary: `${filled} border-action bg-surface text-action hover:bg-action-tint hover:text-action-hover`,
  quiet: "btn--quiet console:px-0 console:min-w-target border-transparent bg-transparent text-action underline underline-offset-[0.22em] hover:text-action-hover",
  seal: `${filled} border-transparent bg-seal text-on-seal hover:bg-seal-hover hover:text-on-seal active:bg-seal-press`,
  disabled: `${filled} border-line-strong bg-sunken text-ink-faint cursor-not-allowed`,
  waiting: `${filled} border-action-line bg-action-tint text-action-press cursor-progress`,
};

export function buttonStyle(state: ButtonState): string {
  return `btn ${shape} ${looks[state]}`;
}
