import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { journalHash } from "../journal"
import { planCorrection, planDirectPurchase, planDrafts, planRows, type ListedRow } from "./plan-drafts"
import { planVoucherJournals, type Approved } from "./plan-journals"
import { decideScan } from "./scan"
import { commonRegion, contentHash, decideRejection, decideVoucherApproval, decideWithdrawal, periodOfDay, type Standing, voucherNumber } from "./voucher"

const draft: Standing = { kind: "direct_purchase", state: "draft", created_by: "clerk", total_fen: 100, has_scan: true }
const code = (decision: { ok: boolean } & Partial<{ code: string }>) => (decision.ok ? "yes" : decision.code)

describe("a document", () => {
  it.each<[string, Partial<Standing>, string, string]>([
    ["a second person approves it", {}, "office", "yes"], ["whoever entered it does not", {}, "clerk", "voucher_own_approval"], ["without its scan nobody does", { has_scan: false }, "office", "voucher_without_seal"],
    ["taking back needs no paper", { has_scan: false, total_fen: 0 }, "office", "yes"], ["once", { state: "approved" }, "office", "voucher_decided"], ["never again", { state: "rejected" }, "office", "voucher_decided"],
  ])("%s", (_name, more, actor, expected) => expect(code(decideVoucherApproval({ ...draft, ...more }, actor))).toBe(expected))

  it("is sent back by another, withdrawn by its author, and neither once it is decided", () => {
    expect([code(decideRejection(draft, "office")), code(decideRejection(draft, "clerk")), code(decideRejection({ ...draft, state: "withdrawn" }, "office"))]).toEqual(["yes", "voucher_own_approval", "voucher_decided"])
    expect([code(decideWithdrawal(draft, "clerk")), code(decideWithdrawal(draft, "office")), code(decideWithdrawal({ ...draft, state: "approved" }, "clerk"))]).toEqual(["yes", "voucher_not_yours", "voucher_decided"])
  })

  it.each([[["500238104201"], "500238104201"], [["500238104201", "500238104202"], "500238104"], [["500238104201", "500238105202"], "500238"], [["500238104201", "500112001001"], "500000"], [["500238104201", "422801001001"], ""], [["500238104201", "500112"], "500000"]])("of %j lies in %s", (codes, region) =>
    expect(commonRegion(codes)).toBe(region))
  it.each([["2026-03-28", "2026-03"], ["2026-03-29", "2026-04"], ["2026-12-31", "2027-01"], ["2027-02-28", "2027-02"]])("of %s counts in %s", (day, period) => expect(periodOfDay(day)).toBe(period))
  it("has a number, and a hash that any changed figure changes", () => {
    expect(voucherNumber("wages", "2026", 12)).toBe("LW2026-000012")
    const content = { ...planDrafts("wages", rowsOf([5])).at(0)!, number: "LW2026-000012" }
    const changed = [{ ...content, total_fen: 6 }, { ...content, payer_name: "别的" }, { ...content, rows: [{ ...content.rows[0]!, quantity: "9" }] }].map(contentHash)
    expect(new Set([contentHash(content), ...changed]).size).toBe(4)
  })

  it.each<[string, Buffer, string]>([
    ["a PDF", Buffer.from("%PDF-1.7 … %%EOF\n"), "yes"], ["a cut PDF", Buffer.from("%PDF-1.7 …"), "scan_wrong_type"], ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xd9]), "yes"], ["a GIF", Buffer.from("GIF89a"), "scan_wrong_type"],
    ["a page", Buffer.from("<script>%%EOF"), "scan_wrong_type"], ["too large", Buffer.alloc(10_000_001), "scan_too_big"],
  ])("%s is judged by its content", (_name, bytes, expected) => expect(code(decideScan(bytes))).toBe(expected))
})

const listed = (row: number, amount_fen: number, more: Partial<ListedRow> = {}): ListedRow => ({
  row, name: `王小${row}`, household: { id: `hh${row}`, name: `王小${row}`, payee_name: "王大", region_code: "500238104201" }, goods: "采收", quantity: "3", amount_fen, paid_on: "2026-03-05", note: null, ...more,
})
const payer = { kind: "producer" as const, id: "prod", name: "合作社" }
const address = (key: string, row: number) => `${key}${row}`
const rowsOf = (amounts: number[]) => planRows(amounts.map((amount, index) => listed(index + 2, amount)), "wages", payer, null, address).planned
const approved = (amounts: number[], more: Partial<Approved> = {}): Approved => ({ ...planDrafts("wages", rowsOf(amounts))[0]!, id: "v1", content_hash: "h", scan_sha256: "s", ...more })
const NOW = new Date("2026-05-01T00:00:00Z")

describe("an uploaded list", () => {
  it("tells strangers, wrong names, other periods and what was said twice by their cell; the payee's name will do", () => {
    const rows = [listed(2, 5), listed(3, 6, { household: null }), listed(4, 7, { name: "张三" }), listed(5, 8, { name: "王 大" }), listed(6, 9, { paid_on: "2026-03-29" }), { ...listed(2, 5), row: 7 }]
    const { planned, faults } = planRows(rows, "wages", payer, null, address)
    expect(planned.map(({ row }) => row)).toEqual([2, 5])
    expect(faults.map(({ cell }) => cell)).toEqual(["name3", "name4", "paid_on6", "amount_fen7"])
  })

  it("is one document of wages, but as many of purchases as it has rows", () => {
    expect(planDrafts("wages", rowsOf([5, 6, 7]))).toMatchObject([{ total_fen: 18, rows: [{ position: 0 }, { position: 1 }, { position: 2 }] }])
    const bought = planRows([2, 3].map((row) => listed(row, 5, { buyer: { unit: "工会", person: null, way: "cash" } })), "direct_purchase", null, null, address).planned
    expect(planDrafts("direct_purchase", bought)).toMatchObject([{ payer_name: "工会", total_fen: 5 }, { payer_name: "工会", total_fen: 5 }])
    const input = { household_code: "x", buyer_unit: "工会", buyer_person: null, goods: "蛋", quantity: "1", amount_fen: 5, traded_on: "2026-05-02", payment_way: "cash" as const }
    expect([code(planDirectPurchase(input, listed(1, 1).household!, "2026-05-01")), code(planDirectPurchase(input, listed(1, 1).household!, "2026-05-02"))]).toEqual(["invalid_dates", "yes"])
  })

  it("posts what each household was paid against what was paid outside; a correction takes all of it back", () => fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 }), fc.array(fc.nat(29)), (amounts, kept) => {
    const voucher = approved(amounts)
    const first = planVoucherJournals(voucher, null, NOW)
    const [journal] = first.journals
    expect(journal).toMatchObject({ kind: "wages", order_id: null, event_at: new Date("2026-03-04T16:00:00Z"), reverses: null })
    const { id: _id, input_hash, ...said } = journal!
    expect(journalHash(said)).toBe(input_hash)
    const changes = [...new Set(kept)].filter((position) => position < amounts.length).map((position) => ({ position, amount_fen: 7 }))
    const correction = planCorrection({ ...voucher, number: "LW1" }, changes, "金额有误")!
    const second = planVoucherJournals({ ...correction, id: "v2", content_hash: "h2", scan_sha256: null }, { voucher_id: "v1", journal_id: journal!.id, entries: journal!.entries }, NOW)
    const all = [journal!, ...second.journals]
    for (const { entries } of all) expect(entries.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(0)
    const settled = all.flatMap(({ entries }) => entries).filter(({ account }) => account === "settled").reduce((sum, { amount_fen }) => sum + amount_fen, 0)
    expect(settled).toBe(7 * changes.length)
    expect(second.journals.map(({ kind, event_at }) => [kind, event_at])).toEqual([["reversal", NOW], ...(changes.length > 0 ? [["wages", NOW]] : [])])
    expect([second.journal_id === null, second.reversal_id === null]).toEqual([changes.length === 0, false])
  })))

  it("is not corrected in rows that it does not have", () => expect(planCorrection({ ...approved([5]), number: "LW1" }, [{ position: 3, amount_fen: 1 }], "金额有误")).toBeNull())
})
