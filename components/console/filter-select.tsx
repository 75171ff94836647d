"use client";

type Props = { label: string; name: string; value: string | undefined; options: readonly { value: string; label: string }[]; all?: string };

/** The label sits in the control; choosing sends the form. With JavaScript off its button does. */
export function FilterSelect({ label, name, value = "", options, all = "全部" }: Props) {
  return (
    <label className={value ? "pick is-on" : "pick"}>
      <span>{label}</span>
      {/* made anew with another choice: the form resets what it does not know */}
      <select key={value} name={name} defaultValue={value} onChange={(event) => event.currentTarget.form?.requestSubmit()}>
        <option value="">{all}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}
