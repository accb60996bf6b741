import { describe, expect, it } from "vitest"
import { decideTransfer, type TransferFacts } from "./decide-transfer"

const owing: TransferFacts = { provider_id: "pp_transfer_cn", cancelled: false, due_fen: 10_000, registered: null }
const arrived = { amount_fen: 4_000, received_on: "2026-11-20" }

describe("money that arrived", () => {
  it.each([
    ["in part is taken", owing, arrived, { ok: true, value: "new" }],
    ["in whole is taken", owing, { ...arrived, amount_fen: 10_000 }, { ok: true, value: "new" }],
    ["beyond what is due is refused", owing, { ...arrived, amount_fen: 10_001 }, { ok: false, code: "transfer_exceeds_due" }],
    ["for a card payment is refused", { ...owing, provider_id: "pp_demo_cn" }, arrived, { ok: false, code: "not_a_transfer" }],
    ["for a cancelled order is refused", { ...owing, cancelled: true }, arrived, { ok: false, code: "order_cancelled" }],
    ["registered twice is one receipt, even when nothing is due", { ...owing, due_fen: 0, registered: arrived }, arrived, { ok: true, value: "again" }],
    ["under a reference of another amount is refused", { ...owing, registered: { ...arrived, amount_fen: 1 } }, arrived, { ok: false, code: "transfer_reference_taken" }],
  ])("%s", (_name, facts, money, expected) => expect(decideTransfer(facts, money)).toMatchObject(expected))
})
