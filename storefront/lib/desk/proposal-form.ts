import { AgreementProposalInput } from "@fupin/contract/schemas"

type Read = { ok: true; value: AgreementProposalInput; values: Record<string, string> } | { ok: false; errors: Record<string, string>; values: Record<string, string> }

const whole = (text: string | undefined): number | null => (text === undefined || text === "" ? null : /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN)
const fenOf = (yuan: string | undefined): number => (/^\d{1,6}(\.\d{1,2})?$/.test(yuan ?? "") ? Math.round(Number(yuan) * 100) : Number.NaN)

/** What was typed into the form of a proposal, by the term it is about: a price in yuan, quantities of which empty ones are not agreed, … */
export function readProposal(values: Record<string, string>): Read {
  const read = AgreementProposalInput.safeParse({ change: changeOf(values), note: values.note ?? "" })
  if (read.success) return { ok: true, value: read.data, values }
  const errors = read.error.issues.map(({ path, message }) => {
    const field = String(path.at(-1))
    const [name, sentence] = SENTENCES[field] ?? [field, "请填写整数，或留空"]
    return [name, sentence || message]
  })
  return { ok: false, errors: Object.fromEntries(errors), values }
}

/** The box that a fault belongs to, and what to say there; empty is the contract's own sentence. */
const SENTENCES: Record<string, [string, string]> = {
  unit_price_fen: ["price", "请填写金额，最多两位小数"], note: ["note", ""], grade: ["grade", ""], weekdays: ["weekdays", ""], lead_time_days: ["lead_time_days", "请填写 0 至 14 的整数"], lag_months: ["lag_months", "请填写 0 至 6 的整数"],
  series: ["series", "请选择价格指数"], base_month: ["base_month", "请选择基期"], valid_from: ["valid_from", "请选择日期"], valid_to: ["valid_to", "请选择日期"],
}

function changeOf(values: Record<string, string>): object {
  const { kind, variant_id, rule, series, base_month, grade = "", substitute_variant_id = "", temperature, settle_by, valid_from, valid_to } = values
  switch (kind) {
    case "price": return { kind, variant_id, unit_price_fen: fenOf(values.price) }
    case "price_rule": return { kind, variant_id, price_rule: rule === "index" ? { kind: rule, series, base_month, lag_months: whole(values.lag_months) } : { kind: rule } }
    case "grade": return { kind, variant_id, grade }
    case "substitute": return { kind, variant_id, substitute_variant_id: substitute_variant_id === "" ? null : substitute_variant_id }
    case "temperature": return { kind, variant_id, temperature }
    case "settle_by": return { kind, variant_id, settle_by }
    case "days": return { kind, weekdays: (values.weekdays ?? "").split(",").filter(Boolean).map(Number), lead_time_days: whole(values.lead_time_days) }
    case "term": return { kind, valid_from, valid_to }
    default: return { kind: "quantity", variant_id, min_quantity: whole(values.min_quantity), max_quantity: whole(values.max_quantity), term_min: whole(values.term_min), term_max: whole(values.term_max) }
  }
}
