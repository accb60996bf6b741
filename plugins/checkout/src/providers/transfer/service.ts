import type {
  AuthorizePaymentOutput, GetPaymentStatusOutput, InitiatePaymentOutput, ProviderWebhookPayload, WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, PaymentActions } from "@medusajs/framework/utils"

interface Carried {
  data?: Record<string, unknown>
}

/**
 * 对公转账 / 银行转账: the buyer transfers after the order is placed. Placing authorises; each receipt that finance
 * registers captures its part. Nothing outside is called, so nothing here can be declined.
 */
export class TransferPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "transfer"

  constructor(container: Record<string, unknown>, options?: Record<string, unknown>) {
    super(container, options)
  }

  async initiatePayment(): Promise<InitiatePaymentOutput> {
    return { id: "transfer", status: "pending", data: {} }
  }

  async authorizePayment({ data }: Carried): Promise<AuthorizePaymentOutput> {
    return { status: "authorized", data: data ?? {} }
  }

  async getPaymentStatus({ data }: Carried): Promise<GetPaymentStatusOutput> {
    return { status: "authorized", data: data ?? {} }
  }

  async getWebhookActionAndData(_payload: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  capturePayment = carry
  refundPayment = carry
  cancelPayment = carry
  deletePayment = carry
  retrievePayment = carry
  updatePayment = carry
}

async function carry({ data }: Carried) {
  return { data: data ?? {} }
}
