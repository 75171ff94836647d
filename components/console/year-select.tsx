import { FilterSelect } from "./filter-select";

/** Which season, once a county has several. */
export function YearSelect({ years, shown }: { years: readonly number[]; shown: number }) {
  if (years.length < 2) return null;
  return <FilterSelect label="年份" name="year" value={String(shown)} all={null} options={years.map((year) => ({ value: String(year), label: `${year} 年` }))} />;
}
