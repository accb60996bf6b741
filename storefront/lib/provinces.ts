/** A schematic map: every province-level division as one square of equal size (column, row). It is no survey map. */
export const PROVINCE_TILES: readonly { code: string; short: string; column: number; row: number }[] = [
  { code: "230000", short: "黑龙江", column: 9, row: 1 },
  { code: "650000", short: "新疆", column: 1, row: 2 },
  { code: "150000", short: "内蒙古", column: 5, row: 2 },
  { code: "110000", short: "北京", column: 7, row: 2 },
  { code: "210000", short: "辽宁", column: 8, row: 2 },
  { code: "220000", short: "吉林", column: 9, row: 2 },
  { code: "630000", short: "青海", column: 2, row: 3 },
  { code: "620000", short: "甘肃", column: 3, row: 3 },
  { code: "640000", short: "宁夏", column: 4, row: 3 },
  { code: "140000", short: "山西", column: 5, row: 3 },
  { code: "130000", short: "河北", column: 6, row: 3 },
  { code: "120000", short: "天津", column: 7, row: 3 },
  { code: "540000", short: "西藏", column: 1, row: 4 },
  { code: "610000", short: "陕西", column: 4, row: 4 },
  { code: "410000", short: "河南", column: 5, row: 4 },
  { code: "370000", short: "山东", column: 6, row: 4 },
  { code: "510000", short: "四川", column: 3, row: 5 },
  { code: "500000", short: "重庆", column: 4, row: 5 },
  { code: "420000", short: "湖北", column: 5, row: 5 },
  { code: "340000", short: "安徽", column: 6, row: 5 },
  { code: "320000", short: "江苏", column: 7, row: 5 },
  { code: "310000", short: "上海", column: 8, row: 5 },
  { code: "530000", short: "云南", column: 3, row: 6 },
  { code: "520000", short: "贵州", column: 4, row: 6 },
  { code: "430000", short: "湖南", column: 5, row: 6 },
  { code: "360000", short: "江西", column: 6, row: 6 },
  { code: "330000", short: "浙江", column: 7, row: 6 },
  { code: "450000", short: "广西", column: 4, row: 7 },
  { code: "440000", short: "广东", column: 5, row: 7 },
  { code: "350000", short: "福建", column: 6, row: 7 },
  { code: "710000", short: "台湾", column: 8, row: 7 },
  { code: "460000", short: "海南", column: 4, row: 8 },
  { code: "820000", short: "澳门", column: 5, row: 8 },
  { code: "810000", short: "香港", column: 6, row: 8 },
]

export const provinceCode = (code: string): string => `${code.slice(0, 2)}0000`

export const provinceShort = (code: string): string => PROVINCE_TILES.find((tile) => tile.code === provinceCode(code))?.short ?? code

/** Where an order goes, to be read: the backend keeps the province as its code, and a municipality's city is its province. 420000, 武汉市 → 湖北武汉市. */
export function addressPlace({ province, city }: { province: string | null; city: string | null }): string {
  const name = province ? provinceShort(province) : ""
  return city?.startsWith(name) ? city : `${name}${city ?? ""}`
}

/** Figures of divisions added up by province. */
export function sumByProvince(rows: readonly { code: string; value: number }[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { code, value } of rows) sums.set(provinceCode(code), (sums.get(provinceCode(code)) ?? 0) + value)
  return sums
}
