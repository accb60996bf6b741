import type { RefundCause } from "@fupin/contract/schemas"
import { type Decision, no, yes } from "@fupin/contract/codes"
import type { Bearer } from "./order-facts"

const BEARER: Record<RefundCause, Bearer> = { goods_bad: "producer", damaged_in_transport: "carrier", shop_fault: "platform", goodwill: "platform" }

/** Who bears a refund is named by its cause; only goodwill and the shop's own fault leave the households their benefit. Error: invalid_input. */
export function decideRefundCause(cause: RefundCause, keeps_benefit: boolean): Decision<Bearer, "invalid_input"> {
  return keeps_benefit && cause !== "goodwill" && cause !== "shop_fault" ? no("invalid_input", "只有商城责任或善意退款可以保留农户受益") : yes(BEARER[cause])
}
