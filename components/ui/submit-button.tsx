"use client";

import type { MouseEvent, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonStyle, type ButtonProps } from "./button-style";
import { Dots, Words } from "./words";

type SubmitButtonProps = Omit<ButtonProps, "type" | "icon"> & {
  icon?: ReactNode;
  /** what it waits for, in the words of the form: 正在查询户籍 */
  waitingText?: string;
};

/** Says what it waits for while its form is on the way, and ignores further presses. Without JavaScript a plain submit. */
export function SubmitButton({ variant = "primary", name, value, small, icon, formAction, disabled, describedBy, form, hotKey, waitingText = "正在提交", children }: SubmitButtonProps) {
  const { pending, data, action } = useFormStatus();
  // a form may hold several submit buttons: only the one that was pressed says that it waits
  const pressed = name !== undefined ? data?.get(name) === (value ?? "") : typeof formAction !== "function" || action === formAction;
  const waiting = pending && pressed && !disabled;
  const words = <Words small={small} icon={icon}>{children}</Words>;

  function hold(event: MouseEvent) {
    if (pending || disabled) event.preventDefault();
  }

  return (
    <>
      <button
        className={buttonStyle(disabled ? "disabled" : waiting ? "waiting" : variant)}
        type={disabled ? "button" : "submit"}
        name={name}
        value={value}
        form={form}
        formAction={disabled ? undefined : formAction}
        aria-disabled={disabled || waiting || undefined}
        aria-describedby={describedBy}
        data-key={hotKey}
        onClick={hold}
      >
        {waiting ? <Waiting text={waitingText}>{words}</Waiting> : words}
      </button>
      <span className="sr-only" role="status">{waiting ? waitingText : ""}</span>
    </>
  );
}

/** The button's own words stay underneath, unseen, so that it keeps its width and height. */
export function Waiting({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className="grid place-items-center">
      <span className="invisible col-start-1 row-start-1 flex items-center gap-2" aria-hidden="true">{children}</span>
      <span className="col-start-1 row-start-1 flex items-center gap-2">{text}<Dots /></span>
    </span>
  );
}
