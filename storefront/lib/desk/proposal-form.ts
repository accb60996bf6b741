import { AgreementProposalInput } from "@fupin/contract/schemas"

type Read = { ok: true; value: AgreementProposalInput; values: Record<string, string> } | { ok: false; errors: Record<string, string>; values: Record<string, string> }

const whole = (text: string | undefined): number | null => (text === undefined || text === "" ? null : /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN)
const fenOf = (yuan: string | undefined): number => (/^\d{1,6}(\.\d{1,2})?$/.test(yuan ?? "") ? Math.round(Number(yuan) * 100) : Number.NaN)

/** What was typed into the form of a proposal: a price in yuan, or quantities of which empty ones are not agreed. */
export function readProposal(values: Record<string, string>): Read {
  const { kind, variant_id, note = "" } = values
  const change = kind === "price"
    ? { kind, variant_id, unit_price_fen: fenOf(values.price) }
    : { kind: "quantity", variant_id, min_quantity: whole(values.min_quantity), max_quantity: whole(values.max_quantity), term_min: whole(values.term_min), term_max: whole(values.term_max) }
  const read = AgreementProposalInput.safeParse({ change, note })
  if (read.success) return { ok: true, value: read.data, values }
  const errors = read.error.issues.map(({ path, message }) => {
    const field = String(path.at(-1))
    return field === "unit_price_fen" ? ["price", "请填写金额，最多两位小数"] : field === "note" ? ["note", message] : [field, "请填写整数，或留空"]
  })
  return { ok: false, errors: Object.fromEntries(errors), values }
}
