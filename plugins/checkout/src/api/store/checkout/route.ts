import { signedInCustomer } from "@fupin/access"
import { Checkout, type CheckoutInput } from "@fupin/contract/schemas"
import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { secretId } from "../../../domain/secret-ids"
import { salesChannelOf, secretKey } from "../../../medusa"
import { checkOutWorkflow } from "../../../workflows/check-out"

/** Who buys is who is signed in; the cart's id follows from them and their key, and cannot be guessed. */
export const POST = async (req: MedusaStoreRequest<CheckoutInput>, res: MedusaResponse) => {
  const customer_id = signedInCustomer(req)
  const cart_id = secretId(secretKey(), "cart", customer_id ?? "", req.validatedBody.idempotency_key)
  const { result } = await checkOutWorkflow(req.scope).run({ input: { input: req.validatedBody, cart_id, customer_id, sales_channel_id: salesChannelOf(req) } })
  res.json(Checkout.parse(result))
}
