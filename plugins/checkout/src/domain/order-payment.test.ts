import { describe, expect, it } from "vitest"
import { describePayment, type PaymentFacts, transferReference } from "./order-payment"

const account = { payee: "消费帮扶馆", bank: "农业银行", account: "1000" }
const facts = (given: Partial<PaymentFacts>): PaymentFacts => ({
  order_id: "order_1", display_id: 42, cancelled: false, total_fen: 5000, paid_fen: 0, refunded_fen: 0, provider_id: "pp_transfer_cn", bank_account: account, donation: null, ...given,
})

describe("how an order is paid", () => {
  it.each([
    ["awaiting_payment", {}], ["partly_paid", { paid_fen: 1 }], ["paid", { paid_fen: 5000 }], ["cancelled", { cancelled: true }],
    ["partly_refunded", { paid_fen: 5000, refunded_fen: 1 }], ["refunded", { paid_fen: 5000, refunded_fen: 5000 }], ["refunded", { paid_fen: 5000, refunded_fen: 5000, cancelled: true }],
    ["paid", { total_fen: 0 }],
  ] as const)("is %s for %j", (state, given) => {
    expect(describePayment(facts(given)).state).toBe(state)
  })

  it("says where the rest is to be transferred, and only while some is due", () => {
    expect(describePayment(facts({ paid_fen: 2000 })).transfer).toEqual({ ...account, reference: "FP000042", due_fen: 3000 })
    expect(describePayment(facts({ paid_fen: 5000 })).transfer).toBeNull()
    expect(describePayment(facts({ cancelled: true })).transfer).toBeNull()
    expect(describePayment(facts({ provider_id: "pp_demo_cn" }))).toMatchObject({ method: "demo", transfer: null })
    expect(describePayment(facts({ bank_account: null })).transfer).toBeNull()
  })

  it("names an order so that finance can find it", () => expect(transferReference(1_234_567)).toBe("FP1234567"))
})
