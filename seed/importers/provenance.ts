import { saveCertificatesWorkflow, saveDesignationsWorkflow, saveProductProfilesWorkflow } from "@fupin/provenance/workflows"
import type { CertificateKind } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { daysAfter } from "../lib/calendar"
import { type ProductSeed, readData, readProducts } from "../lib/data"
import type { Shelf } from "./products"

/** Since when our producers have sold these goods: a fixed day, so that importing again says the same. */
const SOLD_SINCE = "2025-01-01"

interface IssueSeed {
  issuer: string
  since_days: number
  for_days: number | null
}

/** Who makes each product and where, its certificates, and its designation: most in force, a few expired or withdrawn. */
export async function importProvenance(container: MedusaContainer, shelf: Shelf, producers: Record<string, string>, today: string): Promise<void> {
  const products = readProducts()
  const profiles = products.map(({ handle, producer, origin }) => ({ product_id: shelf.products[handle]!, producer_id: producers[producer]!, origin_code: origin, valid_from: SOLD_SINCE, valid_to: null }))
  await saveProductProfilesWorkflow(container).run({ input: { profiles } })
  const issues = readData<Record<string, IssueSeed>>("certificates.json")
  const certificates = products.flatMap((product) => product.certificates.map(([kind, number, area]) => {
    const { issuer, since_days, for_days } = issues[kind]!
    const valid_from = daysAfter(today, -since_days)
    return {
      kind: kind as CertificateKind, number, issuer, producer_id: producers[product.producer]!, product_ids: [shelf.products[product.handle]!],
      area_code: area ?? null, valid_from, valid_to: for_days === null ? null : daysAfter(valid_from, for_days),
    }
  }))
  await saveCertificatesWorkflow(container).run({ input: { certificates } })
  const designations = products.map((product, index) => ({ product_id: shelf.products[product.handle]!, number: numberOf(product, index), ...decided(product, index, today) }))
  await saveDesignationsWorkflow(container).run({ input: { designations } })
}

/** As counties number them: the county's code, the year's list, a running number. */
function numberOf({ origin }: ProductSeed, index: number): string {
  return `XFBF-${origin.slice(0, 6)}-${String(index + 1).padStart(4, "0")}`
}

function decided({ designation }: ProductSeed, index: number, today: string) {
  const valid_from = daysAfter(today, -200 - (index % 40))
  if (designation === "expired") return { status: "published" as const, valid_from: daysAfter(valid_from, -365), valid_to: daysAfter(today, -12) }
  return { status: designation === "withdrawn" ? ("withdrawn" as const) : ("published" as const), valid_from, valid_to: daysAfter(valid_from, 730) }
}
