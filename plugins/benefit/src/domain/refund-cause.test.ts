import { expect, it } from "vitest"
import { decideRefundCause } from "./refund-cause"

it.each([["goods_bad", false, "producer"], ["damaged_in_transport", false, "carrier"], ["shop_fault", false, "platform"], ["goodwill", false, "platform"], ["goodwill", true, "platform"], ["shop_fault", true, "platform"], ["goods_bad", true, null], ["damaged_in_transport", true, null]] as const)(
  "%s, benefit kept: %s, is borne by %s", (cause, keeps, bearer) => {
    const decision = decideRefundCause(cause, keeps)
    expect(decision.ok ? decision.value : null).toBe(bearer)
  })
