"use client";

type Props = {
  label: string;
  name: string;
  value: string | null | undefined;
  options: readonly { value: string; label: string }[];
  /** what stands for no choice; null where there always is one */
  all?: string | null;
  /** the key that leads here */
  hotKey?: string;
};

/** The label sits in the control; choosing sends the form. With JavaScript off its button does. */
export function FilterSelect({ label, name, value, options, all = "全部", hotKey }: Props) {
  const chosen = value ?? "";
  return (
    <label className={chosen ? "pick is-on" : "pick"}>
      <span>{label}</span>
      {/* made anew with another choice: the form resets what it does not know */}
      <select key={chosen} name={name} defaultValue={chosen} data-key={hotKey} onChange={(event) => event.currentTarget.form?.requestSubmit()}>
        {all !== null && <option value="">{all}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}
