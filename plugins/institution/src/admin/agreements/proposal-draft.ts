import { fenFromYuan, yuanFromFen } from "@fupin/contract/money"
import { type AgreementChange, AgreementProposalInput, type SupplyAgreement } from "@fupin/contract/schemas"
import type { z } from "zod"
import { checked } from "../lib/faults"

export type ProposalKind = AgreementChange["kind"]
export const PROPOSAL_KINDS: Record<ProposalKind, string> = {
  price: "单价", price_rule: "价格规则", quantity: "数量", grade: "等级", substitute: "替代商品", temperature: "温层", days: "配送日与截单", term: "有效期",
}
export const NO_SUBSTITUTE = "none"

/** What is typed into the boxes of a proposal, whichever term it is about. */
export interface ProposalDraft {
  kind: ProposalKind
  variant_id: string
  weekdays: number[]
  texts: Record<"price" | "rule" | "series" | "base_month" | "lag_months" | "min_quantity" | "max_quantity" | "term_min" | "term_max" | "grade" | "substitute" | "temperature" | "lead_time_days" | "valid_from" | "valid_to" | "note", string>
}

/** The boxes as the terms stand now. */
export function proposalDraft({ lines, weekdays, lead_time_days, valid_from, valid_to }: SupplyAgreement, kind: ProposalKind, variant_id: string): ProposalDraft {
  const line = lines.find((one) => one.variant_id === variant_id) ?? lines[0]!
  const { price_rule: rule } = line
  const text = (number: number | null) => (number === null ? "" : String(number))
  return {
    kind, variant_id: line.variant_id, weekdays,
    texts: {
      price: String(yuanFromFen(line.unit_price_fen)), rule: rule.kind, series: rule.kind === "index" ? rule.series : "", base_month: rule.kind === "index" ? rule.base_month : "", lag_months: rule.kind === "index" ? String(rule.lag_months) : "1",
      min_quantity: text(line.min_quantity), max_quantity: text(line.max_quantity), term_min: text(line.term_min), term_max: text(line.term_max), grade: line.grade, substitute: line.substitute_variant_id ?? NO_SUBSTITUTE,
      temperature: line.temperature, lead_time_days: String(lead_time_days), valid_from, valid_to, note: "",
    },
  }
}

/** What is sent. Throws the faults by field. */
export function proposalOf(draft: ProposalDraft): AgreementProposalInput {
  // What was chosen in a box is checked by the contract, whatever it is.
  return checked(AgreementProposalInput, { change: changeOf(draft), note: draft.texts.note } as z.input<typeof AgreementProposalInput>)
}

function changeOf({ kind, variant_id, weekdays, texts }: ProposalDraft): object {
  const whole = (text: string) => (text.trim() === "" ? null : Number(text))
  const { price, rule, series, base_month, lag_months, grade, substitute, temperature, lead_time_days, valid_from, valid_to } = texts
  switch (kind) {
    case "price": return { kind, variant_id, unit_price_fen: /^\d+(\.\d{1,2})?$/.test(price.trim()) ? fenFromYuan(price.trim()) : Number.NaN }
    case "price_rule": return { kind, variant_id, price_rule: rule === "index" ? { kind: rule, series, base_month, lag_months: Number(lag_months) } : { kind: rule } }
    case "quantity": return { kind, variant_id, min_quantity: whole(texts.min_quantity), max_quantity: whole(texts.max_quantity), term_min: whole(texts.term_min), term_max: whole(texts.term_max) }
    case "grade": return { kind, variant_id, grade }
    case "substitute": return { kind, variant_id, substitute_variant_id: substitute === NO_SUBSTITUTE ? null : substitute }
    case "temperature": return { kind, variant_id, temperature }
    case "days": return { kind, weekdays, lead_time_days: lead_time_days.trim() === "" ? null : Number(lead_time_days) }
    case "term": return { kind, valid_from, valid_to }
  }
}
