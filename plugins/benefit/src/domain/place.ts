/** Names of the divisions in which a village lies; a part is empty when its division has no name yet. */
export interface Place {
  county: string
  town: string
  village: string
}

/** The codes whose names make up the place of a village: county, township, village. */
export function placeCodes(region_code: string): string[] {
  return [6, 9, 12].filter((length) => region_code.length >= length).map((length) => region_code.slice(0, length))
}

export function placeOf(region_code: string, names: ReadonlyMap<string, string>): Place {
  const part = (length: number) => (region_code.length >= length ? (names.get(region_code.slice(0, length)) ?? "") : "")
  return { county: part(6), town: part(9), village: part(12) }
}

/** 巫溪县古路镇 */
export function townOf({ county, town }: Place): string {
  return `${county}${town}`
}

/** 巫溪县古路镇观峰村 */
export function villageOf(place: Place): string {
  return `${townOf(place)}${place.village}`
}

/** What the codes of everything in a division begin with; "" is everywhere. */
export function regionPrefix(region: string): string {
  if (region === "*") return ""
  return region.length > 6 ? region : region.replace(/(0000|00)$/, "")
}
