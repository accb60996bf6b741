import "server-only"
import { BenefitPreview, type BenefitPreviewInput, BenefitSummary } from "@fupin/contract/schemas"
import { request } from "./request"

/** What buying these would bring to households. Computed by the ledger's own rules, never here. */
export function getBenefitPreview(items: BenefitPreviewInput["items"]): Promise<BenefitPreview> {
  return request("/store/benefit/preview", BenefitPreview, { method: "POST", body: { items } })
}

/** Benefit of a month (YYYY-MM), or of all time. */
export function getBenefitSummary(period?: string): Promise<BenefitSummary> {
  return request("/store/benefit/summary", BenefitSummary, { query: { period } })
}
