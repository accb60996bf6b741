import type { RegionGrain } from "@fupin/contract/schemas"

/** How many digits of a village's code tell divisions of this grain apart. */
export const DIGITS: Record<RegionGrain, number> = { province: 2, city: 4, county: 6, township: 9, village: 12 }

/** The code of a division from the digits that tell it apart: 50 is 500000. */
export const codeOf = (digits: string): string => digits.padEnd(6, "0")

/** The grain at which the inside of a division is looked at; null is the whole country. Counties of a province stand side by side. */
export function grainWithin(region: string | null): RegionGrain {
  if (region === null) return "province"
  if (region.length > 6) return "village"
  return region.endsWith("00") ? "county" : "township"
}
