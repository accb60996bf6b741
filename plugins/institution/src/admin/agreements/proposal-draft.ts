import { type AgreementChange, AgreementProposalInput, type SupplyAgreement } from "@fupin/contract/schemas"
import type { z } from "zod"
import { checked } from "../lib/faults"
import { type LineTexts, lineTermsOf, lineTexts } from "./line-texts"

export type ProposalKind = AgreementChange["kind"]
export const PROPOSAL_KINDS: Record<ProposalKind, string> = {
  price: "单价", price_rule: "价格规则", quantity: "数量", grade: "等级", substitute: "替代商品", temperature: "温层", settle_by: "结算方式", days: "配送日与截单", term: "有效期",
}
/** What is typed into the boxes of a proposal, whichever term it is about. */
export interface ProposalDraft {
  kind: ProposalKind
  variant_id: string
  weekdays: number[]
  texts: LineTexts & Record<"lead_time_days" | "valid_from" | "valid_to" | "note", string>
}

/** The boxes as the terms stand now. */
export function proposalDraft({ lines, weekdays, lead_time_days, valid_from, valid_to }: SupplyAgreement, kind: ProposalKind, variant_id: string): ProposalDraft {
  const line = lines.find((one) => one.variant_id === variant_id) ?? lines[0]!
  return { kind, variant_id: line.variant_id, weekdays, texts: { ...lineTexts(line), lead_time_days: String(lead_time_days), valid_from, valid_to, note: "" } }
}

/** What is sent. Throws the faults by field. */
export function proposalOf(draft: ProposalDraft): AgreementProposalInput {
  // What was chosen in a box is checked by the contract, whatever it is.
  return checked(AgreementProposalInput, { change: changeOf(draft), note: draft.texts.note } as z.input<typeof AgreementProposalInput>)
}

function changeOf({ kind, variant_id, weekdays, texts }: ProposalDraft): object {
  const { lead_time_days, valid_from, valid_to } = texts
  if (kind === "days") return { kind, weekdays, lead_time_days: lead_time_days.trim() === "" ? null : Number(lead_time_days) }
  if (kind === "term") return { kind, valid_from, valid_to }
  const { unit_price_fen, price_rule, min_quantity, max_quantity, term_min, term_max, grade, substitute_variant_id, temperature, settle_by } = lineTermsOf(texts)
  const said = { price: { unit_price_fen }, price_rule: { price_rule }, quantity: { min_quantity, max_quantity, term_min, term_max }, grade: { grade }, substitute: { substitute_variant_id }, temperature: { temperature }, settle_by: { settle_by } }
  return { kind, variant_id, ...said[kind] }
}
