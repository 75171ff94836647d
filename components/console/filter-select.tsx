"use client";

import { useRef, type KeyboardEvent } from "react";

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

/**
 * The label sits in the control; choosing sends the form. With JavaScript off its button does. Arrows on a closed list change
 * the choice at every press: then Enter sends, or leaving, so that whoever has no mouse comes past the first choice.
 */
export function FilterSelect({ label, name, value, options, all = "全部", hotKey }: Props) {
  const chosen = value ?? "";
  const byArrows = useRef(false);
  const send = (select: HTMLSelectElement) => {
    byArrows.current = false;
    if (select.value !== chosen) select.form?.requestSubmit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLSelectElement>) => {
    const { key, altKey, currentTarget } = event;
    if (key === "Enter" && byArrows.current) {
      event.preventDefault();
      return send(currentTarget);
    }
    if (key === "Escape") currentTarget.value = chosen;
    // These open the list, in which choosing is one act.
    const opens = altKey || key === " " || key === "F4";
    if (key !== "Tab") byArrows.current = !opens && key !== "Enter" && key !== "Escape";
  };
  return (
    <label className={chosen ? "pick is-on" : "pick"}>
      <span>{label}</span>
      {/* made anew with another choice: the form resets what it does not know */}
      <select
        key={chosen}
        name={name}
        defaultValue={chosen}
        data-key={hotKey}
        onKeyDown={onKeyDown}
        onPointerDown={() => (byArrows.current = false)}
        onChange={(event) => !byArrows.current && send(event.currentTarget)}
        onBlur={(event) => byArrows.current && send(event.currentTarget)}
      >
        {all !== null && <option value="">{all}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}
