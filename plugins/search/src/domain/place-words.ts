const SUFFIX = /(自治区|自治州|自治县|特别行政区|地区|林区|新区|街道|省|市|区|县|旗|盟|镇|乡)$/

/** A division's name and what people call it: 大通湖区 → 大通湖区, 大通湖. Peoples' names inside (恩施土家族苗族自治州) give way to the place. */
export function placeWords(name: string): string[] {
  const short = name.replace(SUFFIX, "").replace(/(\p{Script=Han}{1,3}族)+$/u, "")
  return [...new Set([name, short])].filter((word) => [...word].length >= 2)
}
