import type { ReactNode } from "react";
import { FieldError } from "./field";
import { ClosedIcon } from "./icon-frame";

type ChoiceGroupProps = {
  legend: ReactNode;
  name: string;
  hideLegend?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** the five bases: side by side where there is room */
  five?: boolean;
  children: ReactNode;
};

/** The group carries the name as its id, so that the error summary can lead to it. */
export function ChoiceGroup({ legend, name, hideLegend, hint, error, five, children }: ChoiceGroupProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={name} tabIndex={-1} className={error ? "field field--error" : "field"} aria-describedby={described || undefined}>
      <legend className={hideLegend ? "sr-only" : "block font-bold"}>{legend}</legend>
      {hint && <p id={`${name}-hint`} className="text-sm text-ink-soft">{hint}</p>}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      <div className={five ? "choices choices--five" : "choices"}>{children}</div>
    </fieldset>
  );
}

export type Outcome = { category: { value: ReactNode; more?: ReactNode; later?: boolean }; school: { value: ReactNode; later?: boolean } };

type ChoiceProps = {
  name: string;
  value: string;
  title: ReactNode;
  text?: ReactNode;
  defaultChecked?: boolean;
  outcome?: Outcome;
  type?: "radio" | "checkbox";
  children?: ReactNode;
};

/** White, so it can be chosen; the whole card is the target. */
export function Choice({ name, value, title, text, defaultChecked, outcome, type = "radio", children }: ChoiceProps) {
  return (
    <label className="choice">
      <input type={type} name={name} value={value} defaultChecked={defaultChecked} />
      <span className="choice-body">
        <span className="choice-title">{title}</span>
        {text && <span className="choice-text">{text}</span>}
        {outcome && <OutcomeColumns {...outcome} />}
        {children}
      </span>
    </label>
  );
}

/** 生源类别 and 预分配学校 stand in the same two columns on every card. */
function OutcomeColumns({ category, school }: Outcome) {
  return (
    <span className="outcome">
      <span>
        <span className="outcome-note">生源类别</span>
        <span className={category.later ? "outcome-value outcome-value--later" : "outcome-value"}>{category.value}</span>
        {category.more && <span className="outcome-note">{category.more}</span>}
      </span>
      <span>
        <span className="outcome-note">预分配学校</span>
        <span className={school.later ? "outcome-value outcome-value--later" : "outcome-value"}>{school.value}</span>
      </span>
    </span>
  );
}

type ClosedChoiceProps = {
  title: ReactNode;
  tag?: ReactNode;
  /** 不能使用 */
  mark?: string;
  reason: ReactNode;
  /** what to do about it */
  children?: ReactNode;
};

/** Stays on paper, is no input, and says why in a sentence. */
export function ClosedChoice({ title, tag, mark, reason, children }: ClosedChoiceProps) {
  return (
    <div className="choice choice--closed">
      <ClosedIcon />
      <div className="choice-body">
        {tag && <div className="mb-1.5">{tag}</div>}
        <p className="choice-title">
          <span className={mark ? "phrase mr-[1em]" : undefined}>{title}</span>
          {mark && <span className="font-normal whitespace-nowrap text-ink-soft">{mark}</span>}
        </p>
        <div className="choice-text">{reason}{children && <div className="mt-2.5 text-ink">{children}</div>}</div>
      </div>
    </div>
  );
}
