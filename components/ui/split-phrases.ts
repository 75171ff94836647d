const rules: readonly [RegExp, string][] = [
  // 江西省南昌市安义县 | 龙津镇
  [/^((?:\p{Script=Han}{2,4}(?:省|自治区))?(?:\p{Script=Han}{1,4}市)?\p{Script=Han}{1,4}?(?:县|区))(?=\p{Script=Han}{2})/u, "$1|"],
  // 龙津镇 | 潦河花园；a place that ends the text takes no break
  [/(镇|乡|街道)(?=[\p{Script=Han}\d]{3})/gu, "$1|"],
  // 西门路28号 | 4单元302室, but no line begins with the comma behind a number
  [/(\d+号)(?![楼，、；。：]|$)(?=.{3})/gu, "$1|"],
  // 潦河花园 | 3栋2单元501室
  [/(?<=\p{Script=Han})(?<!号|栋|幢|座|元|楼|层|\|)(?=\d+(?:栋|幢|座|号楼|单元|室))/gu, "|"],
  // 使用祖父母 |（外祖父母）| 不动产权证
  [/(?=（)/gu, "|"],
  [/(?<=[）])(?=\p{Script=Han}{3})/gu, "|"],
  // after a comma or a colon
  [/(?<=[，、：；。])(?=.{2})/gu, "|"],
];

/** Where an address or a heading may wrap. A bar in the text marks a place by hand: 2023年城区小学|一年级新生网上预报. */
export function splitPhrases(text: string): string[] {
  return rules.reduce((marked, [pattern, into]) => marked.replace(pattern, into), text).split("|").filter(Boolean);
}
