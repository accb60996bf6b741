import { type SupplyAgreement, SupplyAgreementInput } from "@fupin/contract/schemas"
import { today } from "../lib/client"
import { checked } from "../lib/faults"
import { type LineTexts, lineTermsOf, lineTexts, NO_SUBSTITUTE } from "./line-texts"

/** A line with its terms as they are typed. */
export interface DraftLine {
  variant_id: string
  title: string
  specification: string
  texts: LineTexts
}

export interface Draft {
  number: string
  organisation_id: string
  producer_id: string
  valid_from: string
  valid_to: string
  weekdays: number[]
  lead_time_days: string
  stage: "draft" | "signed"
  lines: DraftLine[]
  /** Of the agreement that it began with; null for a new one. */
  version: number | null
}

export const ANY_PRODUCER = "any"

export function draftOf(agreement: SupplyAgreement | null): Draft {
  if (!agreement) return { number: "", organisation_id: "", producer_id: ANY_PRODUCER, valid_from: today(), valid_to: "", weekdays: [1, 2, 3, 4, 5], lead_time_days: "1", stage: "draft", lines: [], version: null }
  const { number, organisation_id, producer, valid_from, valid_to, weekdays, lead_time_days, lines } = agreement
  return {
    version: agreement.version, number, organisation_id, producer_id: producer?.id ?? ANY_PRODUCER, valid_from, valid_to, weekdays, lead_time_days: String(lead_time_days), stage: agreement.state === "draft" || agreement.state === "negotiating" ? "draft" : "signed",
    lines: lines.map((line) => ({ variant_id: line.variant_id, title: line.title, specification: line.specification, texts: lineTexts(line) })),
  }
}

/** What was typed stays, whatever was left as it was becomes what a colleague made of it meanwhile; lines go by their product. */
export function mergedDraft(began: Draft, typed: Draft, theirs: Draft): Draft {
  const pick = <Value>(from: Value, mine: Value, other: Value): Value => (JSON.stringify(from) === JSON.stringify(mine) ? other : mine)
  const whole = (["producer_id", "valid_from", "valid_to", "weekdays", "lead_time_days"] as const).map((name) => [name, pick<Draft[typeof name]>(began[name], typed[name], theirs[name])])
  const lineIn = (draft: Draft, id: string) => draft.lines.find(({ variant_id }) => variant_id === id)
  const ids = [...new Set([...theirs.lines, ...typed.lines].map(({ variant_id }) => variant_id))]
  return { ...theirs, ...Object.fromEntries(whole), lines: ids.flatMap((id) => pick(lineIn(began, id), lineIn(typed, id), lineIn(theirs, id)) ?? []) }
}

/** What is sent. Throws the faults by field: `lines.0.unit_price_fen`. */
export function agreementOf({ lead_time_days, producer_id, lines, ...draft }: Draft): SupplyAgreementInput {
  const own = {
    ...(draft.organisation_id === "" ? { organisation_id: "请选择采购单位" } : {}),
    ...(draft.valid_to !== "" && draft.valid_to < draft.valid_from ? { valid_to: "结束日期不能早于开始日期" } : {}),
    ...(lines.length === 0 ? { lines: "请至少加入一种商品" } : {}),
  }
  return checked(SupplyAgreementInput, {
    ...draft, producer_id: producer_id === ANY_PRODUCER ? null : producer_id, lead_time_days: numberOf(lead_time_days),
    lines: lines.map(({ variant_id, texts }) => ({ variant_id, ...lineTermsOf(texts) })),
  }, own)
}

/** Goods taken out stand in for no others any more. */
export const withLines = (lines: DraftLine[]): DraftLine[] =>
  lines.map((line) => (lines.some(({ variant_id }) => variant_id === line.texts.substitute) ? line : { ...line, texts: { ...line.texts, substitute: NO_SUBSTITUTE } }))

const numberOf = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text))
