import type { AuthorizePaymentOutput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { carry, type Carried, OwnPaymentProvider } from "../own-provider"

/**
 * 模拟支付, for demonstrations: pays at once. `data.demo_outcome` of the session makes it behave otherwise:
 * "declined" (not authorised), "authorised" (captured later by hand), "capture_declined", "refund_declined".
 */
export class DemoPaymentProvider extends OwnPaymentProvider {
  static override identifier = "demo"
  protected readonly status = "captured"

  async authorizePayment({ data = {} }: Carried): Promise<AuthorizePaymentOutput> {
    const outcome = data.demo_outcome
    if (outcome === "declined") return { status: "error", data }
    return { status: outcome === "authorised" || outcome === "capture_declined" ? "authorized" : "captured", data }
  }

  override capturePayment = unless("capture_declined", "模拟支付：扣款被拒绝")
  override refundPayment = unless("refund_declined", "模拟支付：退款被拒绝")
}

function unless(outcome: string, message: string): typeof carry {
  return async (input) => {
    if (input.data?.demo_outcome === outcome) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "payment_declined")
    return carry(input)
  }
}
