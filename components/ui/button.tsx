import type { ReactNode } from "react";
import { buttonStyle, type ButtonProps, type ButtonVariant } from "./button-style";
import { ButtonWords } from "./button-words";
import type { IconName } from "./icon";

export { SubmitButton } from "./submit-button";

/** A disabled button stays focusable, so that a screen reader finds it together with the reason. */
export function Button({ variant = "primary", type = "submit", name, value, small, icon, formAction, disabled, describedBy, form, hotKey, children }: ButtonProps) {
  return (
    <button
      className={buttonStyle(disabled ? "disabled" : variant)}
      type={disabled ? "button" : type}
      name={name}
      value={value}
      form={form}
      formAction={disabled ? undefined : formAction}
      aria-disabled={disabled || undefined}
      aria-describedby={describedBy}
      data-key={hotKey}
    >
      <ButtonWords small={small} icon={icon}>{children}</ButtonWords>
    </button>
  );
}

type ButtonLinkProps = {
  href: string;
  variant?: ButtonVariant;
  small?: ReactNode;
  icon?: IconName;
  /** the key that follows it, on a page with keys */
  hotKey?: string;
  children: ReactNode;
};

/** The browser's own link, as every link of a guardian's page: the router's would be three hundredths of the page's script (S5). */
export function ButtonLink({ href, variant = "primary", small, icon, hotKey, children }: ButtonLinkProps) {
  return <a className={buttonStyle(variant)} href={href} data-key={hotKey}><ButtonWords small={small} icon={icon}>{children}</ButtonWords></a>;
}
