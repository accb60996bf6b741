import type { AuthorizePaymentOutput } from "@medusajs/framework/types"
import { carry, type Carried, OwnPaymentProvider } from "../own-provider"

/**
 * 对公转账 / 银行转账: the buyer transfers after the order is placed. Placing authorises; each receipt that finance
 * registers captures its part. Nothing outside is called, so nothing here can be declined.
 */
export class TransferPaymentProvider extends OwnPaymentProvider {
  static override identifier = "transfer"
  protected readonly status = "authorized"

  async authorizePayment(input: Carried): Promise<AuthorizePaymentOutput> {
    return { status: this.status, ...(await carry(input)) }
  }
}
