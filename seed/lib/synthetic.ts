import { between, pick } from "./chance"

type Roll = () => number

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A resident ID number that belongs to nobody: check digit by GB 11643-1999, born before 1900. */
export function syntheticIdNumber(roll: Roll, county: string): string {
  const two = (number: number) => String(number).padStart(2, "0")
  const area = county === "430971" ? "430921" : county
  const body = `${area}${between(roll, 1840, 1898)}${two(between(roll, 1, 12))}${two(between(roll, 1, 28))}${String(between(roll, 10, 998)).padStart(3, "0")}`
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + "10X98765432"[sum % 11]!
}

/** A mobile number in 154, which no carrier has been given. */
export function syntheticPhone(roll: Roll): string {
  return `1540${String(between(roll, 0, 9_999_999)).padStart(7, "0")}`
}

/** An account that no bank has: no card number begins with 99000. */
export function syntheticAccount(roll: Roll): string {
  return `99000${Array.from({ length: 14 }, () => between(roll, 0, 9)).join("")}`
}

/** A surname of the county's own, and a given name of the village's generation. */
export function syntheticName(roll: Roll, region: string, surnames: Record<string, string>, given: readonly string[]): string {
  const local = surnames[region.slice(0, 6)] ?? surnames[region.slice(0, 4)] ?? surnames[""]!
  return pick(roll, [...local]) + pick(roll, given)
}
