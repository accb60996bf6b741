import "server-only"
import { BenefitPreview, type BenefitPreviewInput, BenefitSummary, LedgerSeal } from "@fupin/contract/schemas"
import { request } from "./request"

/** What buying these would bring to households. Computed by the ledger's own rules, never here. */
export function getBenefitPreview(items: BenefitPreviewInput["items"]): Promise<BenefitPreview> {
  return request("/store/benefit/preview", BenefitPreview, { method: "POST", body: { items } })
}

/** Benefit of a month (YYYY-MM), or of all time. */
export function getBenefitSummary(period?: string): Promise<BenefitSummary> {
  return request("/store/benefit/summary", BenefitSummary, { query: { period } })
}

/** The newest block of the sealed ledger, and the key that checks it; null before the first. */
export function getLedgerSeal(): Promise<LedgerSeal> {
  return request("/store/benefit/seal", LedgerSeal)
}
