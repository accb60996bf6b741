import { expect, it } from "vitest"
import { planReturn, planSettlement, planWriteOffJournal, type SettledLine } from "./plan-journals"

const AT = new Date("2026-11-22T02:00:00.000Z")
const line = (amount_fen: number, line_item_id = "l1"): SettledLine => ({ beneficiary_id: "h", order_id: "o", line_item_id, linkage_version_id: "v", producer_id: "p", amount_fen })
const sums = (journals: ReturnType<typeof planSettlement>) => {
  const accounts: Record<string, number> = {}
  for (const { account, amount_fen } of journals.flatMap(({ entries }) => entries)) accounts[account] = (accounts[account] ?? 0) + amount_fen
  return accounts
}

it("a payout moves every line from payable to settled, what was netted the other way, and a return back again", () => {
  const lines = [line(100), line(-30, "l2"), line(0, "l3")]
  const [paid, ...more] = planSettlement("att_1", lines, AT)
  expect(more).toEqual([])
  expect(paid).toMatchObject({ kind: "settlement", order_id: null, source_ids: ["att_1"], idempotency_key: "settlement:att_1" })
  expect(paid!.entries.map(({ account, line_item_id, amount_fen }) => [account, line_item_id, amount_fen])).toEqual([["payable", "l1", -100], ["settled", "l1", 100], ["payable", "l2", 30], ["settled", "l2", -30]])
  expect(sums(planReturn("att_1", lines, AT))).toEqual({ payable: 70, settled: -70 })
})

it.each([["producer", "obligation"], ["platform", "platform"], ["carrier", "carrier"]] as const)("a write-off borne by the %s stands against %s, which is nobody's household", (bearer, account) => {
  const journals = planWriteOffJournal("wo_1", [line(-40)], bearer, AT)
  expect(sums(journals)).toEqual({ payable: 40, [account]: -40 })
  expect(journals[0]!.entries[1]).toMatchObject({ beneficiary_id: null, producer_id: "p", order_id: "o" })
})

it("very many lines become several journals, each in balance", () => {
  const journals = planSettlement("att_1", Array.from({ length: 20_001 }, (_none, index) => line(1, `l${index}`)), AT)
  expect(journals.map(({ idempotency_key, entries }) => [idempotency_key, entries.length])).toEqual([["settlement:att_1", 20_000], ["settlement:att_1:2", 20_000], ["settlement:att_1:3", 2]])
  expect(new Set(journals.map(({ id }) => id)).size).toBe(3)
  for (const journal of journals) expect(journal.entries.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(0)
})
