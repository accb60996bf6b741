import type { RegionLevel } from "@fupin/contract/schemas"

export interface DivisionRow {
  code: string
  name: string
  level: RegionLevel
  parent_code: string | null
}

const MUNICIPALITIES = new Set(["11", "12", "31", "50"])

/** The level a statistical code says by its form: 6 digits to county, 9 township, 12 village. */
export function levelOf(code: string): RegionLevel {
  if (code.length === 12) return "village"
  if (code.length === 9) return "township"
  if (code.endsWith("0000")) return "province"
  return code.endsWith("00") ? "city" : "county"
}

/**
 * The division above: null for a province. Counties of the four municipalities and those run by a province
 * (xx90xx, as 429004 仙桃市) hang below the province; 430971 大通湖区 below 430900 like any county.
 */
export function parentOf(code: string): string | null {
  const level = levelOf(code)
  if (level === "village") return code.slice(0, 9)
  if (level === "township") return code.slice(0, 6)
  if (level === "province") return null
  const province = `${code.slice(0, 2)}0000`
  const direct = level === "city" || MUNICIPALITIES.has(code.slice(0, 2)) || code.slice(2, 4) === "90"
  return direct ? province : `${code.slice(0, 4)}00`
}

/** A code and everything above it, from the province down. */
export function lineageOf(code: string): string[] {
  const parent = parentOf(code)
  return parent === null ? [code] : [...lineageOf(parent), code]
}

/** Code and name as a full row. */
export function divisionOf({ code, name }: { code: string; name: string }): DivisionRow {
  return { code, name, level: levelOf(code), parent_code: parentOf(code) }
}

/** Reads the packaged data set: `{ "500238": "巫溪县|001宁河街道,002柏杨街道" }` to rows. */
export function unpackDivisions(packed: Record<string, string>): DivisionRow[] {
  return Object.entries(packed).flatMap(([code, text]) => {
    const [name = "", towns] = text.split("|")
    const below = (towns ?? "").split(",").filter(Boolean)
    return [{ code, name }, ...below.map((town) => ({ code: code + town.slice(0, 3), name: town.slice(3) }))].map(divisionOf)
  })
}
