import { type Decision, no, yes } from "@fupin/contract/codes"
import type { DirectPurchaseInput, VoucherKind } from "@fupin/contract/schemas"
import { cleanText, type Fault } from "../intake/cell"
import { claimOf, commonRegion, type EvidenceRow, periodOfDay, type VoucherContent } from "./voucher"

type Draft = Omit<VoucherContent, "number">

/** A row of an uploaded list with the household that it was found to be for; null: none that the reader may see. */
export interface ListedRow {
  row: number
  name: string
  household: { id: string; name: string; payee_name: string; region_code: string } | null
  goods: string
  quantity: string
  amount_fen: number
  paid_on: string
  note: string | null
  /** Of a purchase: who bought, and how it was paid. */
  buyer?: { unit: string; person: string | null; way: NonNullable<VoucherContent["payment_way"]> }
}

export interface Payer {
  kind: "producer" | "collective"
  id: string
  name: string
}

/** A right row as it would stand in its document. */
export interface PlannedRow {
  row: number
  household_id: string
  region_code: string
  draft: Draft
  evidence: EvidenceRow
}

type Address = (key: "name" | "paid_on" | "amount_fen", row: number) => string

const squeezed = (name: string) => cleanText(name).replace(/[\s·•]/g, "")

/**
 * What of a list may be written. `taken` answers the number of the document that says the same already. A row is wrong when nobody
 * is found by its number, when the name is another's, when it lies in another period than the list's first row, or says what was said.
 */
export function planRows(rows: readonly ListedRow[], kind: VoucherKind, payer: Payer | null, file_sha256: string | null, address: Address): { planned: PlannedRow[]; faults: Fault[] } {
  const faults: Fault[] = []
  const planned: PlannedRow[] = []
  const period = rows[0] && periodOfDay(rows[0].paid_on)
  const seen = new Map<string, number>()
  for (const listed of rows) {
    const refuse = (key: Parameters<Address>[0], message: string) => { faults.push({ row: listed.row, cell: address(key, listed.row), message }) }
    const { household } = listed
    if (household === null) { refuse("name", "没有登记这一户，或不在您负责的区划内；请核对农户编号或身份证号码"); continue }
    if (![household.name, household.payee_name].map(squeezed).includes(squeezed(listed.name))) { refuse("name", "姓名与登记的户主或领款人不符"); continue }
    if (kind !== "direct_purchase" && periodOfDay(listed.paid_on) !== period) { refuse("paid_on", `与首行不在同一填报期间（${period}），请按期间分开上传`); continue }
    const one = plannedRow({ ...listed, household }, kind, payer, file_sha256)
    const key = claimOf(one.draft, one.evidence)
    const before = seen.get(key)
    if (before !== undefined) { refuse("amount_fen", `与第 ${before} 行重复（同一户、同一期间、同一金额）；如确有两笔，请合并填写`); continue }
    seen.set(key, listed.row)
    planned.push(one)
  }
  return { planned, faults }
}

function plannedRow({ row, household, goods, quantity, amount_fen, paid_on, note, buyer }: ListedRow & { household: NonNullable<ListedRow["household"]> }, kind: VoucherKind, payer: Payer | null, file_sha256: string | null): PlannedRow {
  const evidence: EvidenceRow = { position: 0, household_id: household.id, goods, quantity, amount_fen, paid_on, note }
  const draft: Draft = {
    kind, payer_kind: payer?.kind ?? "unit", payer_id: payer?.id ?? null, payer_name: payer?.name ?? buyer?.unit ?? "", payer_person: buyer?.person ?? null, payment_way: buyer?.way ?? null,
    region_code: household.region_code, period: periodOfDay(paid_on), paid_on, total_fen: amount_fen, corrects: null, reason: null, file_sha256, rows: [evidence],
  }
  return { row, household_id: household.id, region_code: household.region_code, draft, evidence }
}

/** One purchase as it is entered by hand, on the business date `today`. Error: invalid_dates. */
export function planDirectPurchase(input: DirectPurchaseInput, household: NonNullable<ListedRow["household"]>, today: string): Decision<Draft, "invalid_dates"> {
  if (input.traded_on > today || input.traded_on < "2000-01-01") return no("invalid_dates", "交易日期不能晚于今天")
  const { goods, quantity, amount_fen, traded_on: paid_on, buyer_unit: unit, buyer_person: person, payment_way: way } = input
  return yes(plannedRow({ row: 0, name: household.name, household, goods, quantity, amount_fen, paid_on, note: null, buyer: { unit, person, way } }, "direct_purchase", null, null).draft)
}

/** Documents of these rows: each purchase is one of its own, wages and rent are one list. */
export function planDrafts(kind: VoucherKind, planned: readonly PlannedRow[]): Draft[] {
  const [first] = planned
  if (kind === "direct_purchase" || first === undefined) return planned.map(({ draft }) => draft)
  const rows = planned.map(({ evidence }, position) => ({ ...evidence, position }))
  return [{
    ...first.draft, rows, region_code: commonRegion(planned.map(({ region_code }) => region_code)),
    total_fen: rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0), paid_on: rows.reduce((last, { paid_on }) => (paid_on > last ? paid_on : last), first.evidence.paid_on),
  }]
}

/** The same document with other rows; none: it is taken back whole. `changes` keep household and day of the row at their position. */
export function planCorrection(original: VoucherContent & { id: string }, changes: { position: number; amount_fen: number; goods?: string; quantity?: string }[], reason: string): Draft | null {
  const held = new Map(original.rows.map((row) => [row.position, row]))
  if (changes.some(({ position }) => !held.has(position)) || new Set(changes.map(({ position }) => position)).size !== changes.length) return null
  const rows = changes.map((change) => ({ ...held.get(change.position)!, ...change }))
  const { kind, payer_kind, payer_id, payer_name, payer_person, payment_way, region_code, period, paid_on } = original
  return {
    kind, payer_kind, payer_id, payer_name, payer_person, payment_way, region_code, period, paid_on, rows,
    total_fen: rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0), corrects: original.id, reason, file_sha256: null,
  }
}
