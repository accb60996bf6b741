import { staffMay } from "@fupin/access"
import { DonationRecipientInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

const recipients = "/admin/institution/donation-recipients"

/** Units that take gifts; reading is guarded with the rest of the institution, the shop's list is for everybody. */
export const donationRoutes: MiddlewareRoute[] = [
  { matcher: recipients, method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(DonationRecipientInput)] },
  ...["close", "open"].map((act): MiddlewareRoute => ({ matcher: `${recipients}/:id/${act}`, method: "POST", middlewares: [staffMay("institution:write")] })),
]
