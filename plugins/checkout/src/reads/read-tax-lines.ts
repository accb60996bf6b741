import type { ItemTaxLineDTO, MedusaContainer, ShippingTaxLineDTO, TaxableItemDTO, TaxableShippingDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export type Taxable = TaxableItemDTO | TaxableShippingDTO

export interface TaxLine {
  code: string
  rate: number
  provider_id: string
  description: string
  tax_rate_id?: string
}

/** Tax lines by the id of the line or shipping method, for goods that go to one province. */
export async function readTaxLines(container: MedusaContainer, taxables: Taxable[], province?: string): Promise<Map<string, TaxLine[]>> {
  const address = { country_code: "cn", ...(province ? { province_code: province } : {}) }
  const lines = await container.resolve(Modules.TAX).getTaxLines(taxables, { address })
  const byTaxable = new Map<string, TaxLine[]>()
  for (const line of lines) byTaxable.set(taxableId(line), [...(byTaxable.get(taxableId(line)) ?? []), asTaxLine(line)])
  return byTaxable
}

function taxableId(line: ItemTaxLineDTO | ShippingTaxLineDTO): string {
  return "line_item_id" in line ? line.line_item_id : line.shipping_line_id
}

function asTaxLine(line: ItemTaxLineDTO | ShippingTaxLineDTO): TaxLine {
  return { code: line.code ?? "", rate: line.rate ?? 0, provider_id: line.provider_id, description: line.name, tax_rate_id: line.rate_id }
}
