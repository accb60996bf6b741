import type { PlaceOrder } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { unique } from "../reads/plans"

export interface Addressee {
  name: string
  phone: string
  county_code: string
  detail: string
}

/** Names of counties with their cities and provinces, by code. */
export async function readDivisionNames(container: MedusaContainer, counties: string[]): Promise<Map<string, string>> {
  const codes = unique(counties.flatMap((code) => [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]))
  const rows = await graph<{ code: string; name: string }>(container, "division", ["code", "name"], { code: codes })
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Where an order goes, as core keeps it. */
export function shippingAddress({ name, phone, county_code, detail }: Addressee, company: string, divisions: Map<string, string>): PlaceOrder["shipping_address"] {
  const [province, city] = [`${county_code.slice(0, 2)}0000`, `${county_code.slice(0, 4)}00`]
  return {
    first_name: name, company, phone, country_code: "cn", province, city: divisions.get(city) ?? divisions.get(province) ?? city,
    address_1: `${divisions.get(county_code) ?? ""}${detail}`, metadata: { region_code: county_code },
  }
}
