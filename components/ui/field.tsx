import type { ComponentPropsWithRef, HTMLInputTypeAttribute, ReactNode } from "react";
import { ErrorIcon } from "./icon-frame";

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-2 text-sm font-bold text-error">
      <ErrorIcon className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}

type FrameProps = { id: string; label: ReactNode; hint?: ReactNode; error?: ReactNode; children: ReactNode };

/** Label above, hint under it, error under that with a sign, then the box. */
function Field({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className={error ? "field field--error" : "field"}>
      <label className="block font-bold" htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`} className="text-sm text-ink-soft">{hint}</p>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </div>
  );
}

function describedBy(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

export type TextFieldProps = {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** what was typed stays */
  defaultValue?: string;
  /** `id` for ID, certificate and contract numbers: larger, tabular, never corrected by the keyboard */
  variant?: "text" | "id";
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "tel" | "decimal" | "email" | "search" | "url" | "none";
  required?: boolean;
  maxLength?: number;
  type?: HTMLInputTypeAttribute;
  spellCheck?: boolean;
  /** several lines instead of one */
  rows?: number;
  id?: string;
  /** the key that leads here */
  hotKey?: string;
  /** handlers of a form library */
  inputProps?: ComponentPropsWithRef<"input">;
};

/** `required` is announced, not enforced by the browser: the words of an error are ours, beside the field. */
export function TextField({ label, name, hint, error, defaultValue, variant = "text", autoComplete, inputMode, required, maxLength, type = "text", spellCheck, rows, id = name, hotKey, inputProps }: TextFieldProps) {
  const number = variant === "id";
  const shared = {
    id,
    name,
    defaultValue,
    inputMode,
    maxLength,
    className: number ? "input input--id" : "input",
    autoComplete: autoComplete ?? (number ? "off" : undefined),
    autoCapitalize: number ? "characters" : undefined,
    spellCheck: spellCheck ?? (number ? false : undefined),
    "data-key": hotKey,
    "aria-required": required || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describedBy(id, hint, error),
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {rows ? <textarea {...shared} rows={rows} /> : <input {...shared} type={type} {...inputProps} />}
    </Field>
  );
}

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectFieldProps = {
  label: ReactNode;
  name: string;
  options: readonly SelectOption[];
  defaultValue?: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** the first, empty line; never a value */
  placeholder?: string;
  required?: boolean;
  id?: string;
};

export function SelectField({ label, name, options, defaultValue, hint, error, placeholder, required, id = name }: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        // a form that React resets after an action keeps what was chosen only when the list is made anew
        key={defaultValue}
        className="input"
        id={id}
        name={name}
        defaultValue={defaultValue ?? (placeholder ? "" : undefined)}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {placeholder && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>
        ))}
      </select>
    </Field>
  );
}

type CheckFieldProps = { name: string; value?: string; label: ReactNode; error?: ReactNode; defaultChecked?: boolean; required?: boolean; id?: string };

/** The whole line is the target. Consent is never ticked beforehand. */
export function CheckField({ name, value, label, error, defaultChecked, required, id = name }: CheckFieldProps) {
  return (
    <div className={error ? "field field--error" : "field"}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <label className="check">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
