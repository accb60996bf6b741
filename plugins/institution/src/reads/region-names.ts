import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { unique } from "./plans"

/** 重庆市渝北区 rather than 500112, by code: province, city, county and township as far as the code goes. One query. */
export async function readRegionNames(container: MedusaContainer, codes: string[]): Promise<Map<string, string>> {
  const levels = (code: string) => unique([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6), code.slice(0, 9)])
  const wanted = unique(codes.flatMap(levels))
  const divisions = wanted.length === 0 ? [] : await graph<{ code: string; name: string }>(container, "division", ["code", "name"], { code: wanted })
  const names = new Map(divisions.map(({ code, name }) => [code, name]))
  return new Map(codes.map((code) => [code, levels(code).map((level) => names.get(level) ?? "").join("") || code]))
}
