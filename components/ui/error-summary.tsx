import type { ReactNode } from "react";
import { FocusOnAppear } from "./focus-on-appear";

export type FieldProblem = { field: string; message: string };

type ErrorSummaryProps = {
  errors: readonly FieldProblem[];
  title?: ReactNode;
  /** changes with each try, so that the same mistake made twice takes the focus twice */
  attempt?: string | number;
};

const digits = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九"];

/** Takes the focus when it appears and leads to each field. Nothing is rendered when there is nothing to mend. */
export function ErrorSummary({ errors, title, attempt }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  const signature = `${attempt ?? ""}${errors.map((error) => error.field + error.message).join()}`;
  return (
    <div id="errors" className="rounded-md border-2 border-error bg-surface p-4" role="alert" tabIndex={-1}>
      <h2 className="text-lg">{title ?? `有${digits[errors.length] ?? errors.length}处需要改正`}</h2>
      <ul role="list">
        {errors.map((error) => (
          <li key={error.field + error.message}>
            <a className="inline-flex min-h-target items-center font-bold text-error hover:text-error" href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
      <FocusOnAppear targetId="errors" signature={signature} />
    </div>
  );
}
