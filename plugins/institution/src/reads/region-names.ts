import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { unique } from "./plans"

/** 重庆市渝北区 rather than 500112, by code: from the province to the village as far as the code goes. One query. */
export async function readRegionNames(container: MedusaContainer, codes: string[]): Promise<Map<string, string>> {
  const levels = (code: string) => unique([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6), code.slice(0, 9), code])
  const wanted = unique(codes.flatMap(levels))
  const divisions = wanted.length === 0 ? [] : await graph<{ code: string; name: string }>(container, "division", ["code", "name"], { code: wanted })
  const names = new Map(divisions.map(({ code, name }) => [code, name]))
  return new Map(codes.map((code) => [code, levels(code).map((level) => names.get(level) ?? "").join("") || code]))
}

/** Rules of regions with the names of these; '' is the whole country. */
export async function withRegionNames<Row extends { region_code: string }>(container: MedusaContainer, rows: Row[]): Promise<(Row & { region_name: string })[]> {
  const names = await readRegionNames(container, rows.flatMap(({ region_code }) => region_code || []))
  return rows.map((row) => ({ ...row, region_name: names.get(row.region_code) ?? "全国" }))
}
