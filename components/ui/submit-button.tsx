"use client";

import { useState, type MouseEvent, type ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonStyle, type ButtonProps } from "./button-style";
import { Dots, Words } from "./words";

type SubmitButtonProps = Omit<ButtonProps, "type" | "icon"> & {
  icon?: ReactNode;
  /** what it waits for, in the words of the form: 正在查询户籍 */
  waitingText?: string;
};

/** Says what it waits for while its form is on the way, and ignores further presses. Without a line nothing is sent, and what was typed stays. Without JavaScript a plain submit. */
export function SubmitButton({ variant = "primary", name, value, small, icon, formAction, disabled, describedBy, form, hotKey, waitingText = "正在提交", children }: SubmitButtonProps) {
  const { pending, data, action } = useFormStatus();
  // a form may hold several submit buttons: only the one that was pressed says that it waits
  const pressed = name !== undefined ? data?.get(name) === (value ?? "") : typeof formAction !== "function" || action === formAction;
  const waiting = pending && pressed && !disabled;
  const [cut, keepWhereCut] = useCut();
  const words = <Words small={small} icon={icon}>{children}</Words>;

  function hold(event: MouseEvent) {
    if (pending || disabled) event.preventDefault();
    else keepWhereCut(event);
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
      {cut && <Cut />}
    </>
  );
}

// A page that came without a line (a demonstration on a machine by itself) needs none: only one that went since is missed.
let lineGone = false;
if (typeof window !== "undefined") {
  for (const change of ["offline", "online"]) window.addEventListener(change, () => { lineGone = change === "offline"; });
}

/** A press without a line goes nowhere: what could not be posted would put the error page over all that was typed. */
export function useCut(): [boolean, (event: MouseEvent) => void] {
  const [cut, setCut] = useState(false);
  return [cut, (event) => {
    if (lineGone) event.preventDefault();
    setCut(lineGone);
  }];
}

export function Cut() {
  return <p className="text-sm font-bold text-error" role="alert">网络断了，没有提交。填的都还在，连上网再按一次</p>;
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
