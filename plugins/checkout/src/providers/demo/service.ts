import type {
  AuthorizePaymentOutput, CapturePaymentOutput, GetPaymentStatusOutput, InitiatePaymentOutput, ProviderWebhookPayload, RefundPaymentOutput, WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, MedusaError, PaymentActions } from "@medusajs/framework/utils"

interface Carried {
  data?: Record<string, unknown>
}

/**
 * 模拟支付, for demonstrations: pays at once. `data.demo_outcome` of the session makes it behave otherwise:
 * "declined" (not authorised), "authorised" (captured later by hand), "capture_declined", "refund_declined".
 */
export class DemoPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "demo"

  constructor(container: Record<string, unknown>, options?: Record<string, unknown>) {
    super(container, options)
  }

  async initiatePayment({ data }: Carried): Promise<InitiatePaymentOutput> {
    return { id: "demo", status: "pending", data: data ?? {} }
  }

  async authorizePayment({ data }: Carried): Promise<AuthorizePaymentOutput> {
    const outcome = data?.demo_outcome
    if (outcome === "declined") return { status: "error", data }
    return { status: outcome === "authorised" || outcome === "capture_declined" ? "authorized" : "captured", data: data ?? {} }
  }

  async capturePayment({ data }: Carried): Promise<CapturePaymentOutput> {
    if (data?.demo_outcome === "capture_declined") throw declined("模拟支付：扣款被拒绝")
    return { data: data ?? {} }
  }

  async refundPayment({ data }: Carried): Promise<RefundPaymentOutput> {
    if (data?.demo_outcome === "refund_declined") throw declined("模拟支付：退款被拒绝")
    return { data: data ?? {} }
  }

  async getPaymentStatus({ data }: Carried): Promise<GetPaymentStatusOutput> {
    return { status: "captured", data: data ?? {} }
  }

  async getWebhookActionAndData(_payload: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  cancelPayment = carry
  deletePayment = carry
  retrievePayment = carry
  updatePayment = carry
}

async function carry({ data }: Carried) {
  return { data: data ?? {} }
}

function declined(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "payment_declined")
}
