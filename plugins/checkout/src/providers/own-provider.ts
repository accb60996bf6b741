import type { GetPaymentStatusOutput, InitiatePaymentOutput, PaymentSessionStatus, ProviderWebhookPayload, WebhookActionResult } from "@medusajs/framework/types"
import { AbstractPaymentProvider, PaymentActions } from "@medusajs/framework/utils"

export interface Carried {
  data?: Record<string, unknown>
}

/** A payment provider that calls nobody outside: all it knows is what the session carries. */
export abstract class OwnPaymentProvider extends AbstractPaymentProvider {
  /** What it answers when core asks how a payment stands. */
  protected abstract readonly status: PaymentSessionStatus

  constructor(container: Record<string, unknown>, options?: Record<string, unknown>) {
    super(container, options)
  }

  async initiatePayment({ data }: Carried): Promise<InitiatePaymentOutput> {
    return { id: this.getIdentifier(), status: "pending", data: data ?? {} }
  }

  async getPaymentStatus({ data }: Carried): Promise<GetPaymentStatusOutput> {
    return { status: this.status, data: data ?? {} }
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

/** Hands on what the session carries, unchanged. */
export async function carry({ data }: Carried): Promise<{ data: Record<string, unknown> }> {
  return { data: data ?? {} }
}
