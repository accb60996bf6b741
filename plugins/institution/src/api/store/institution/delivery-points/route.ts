import type { DeliveryPointInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import { phoneKeys, pointPhonePlace } from "../../../../keys"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { showProfile } from "../../../../reads/show-profile"
import { spendingOf } from "../../../../spending"

export const POST = async (req: AuthenticatedMedusaRequest<DeliveryPointInput>, res: MedusaResponse) => {
  const { organisation_id, phone } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "order")
  const id = generateEntityId(undefined, "odp")
  await spendingOf(req.scope).addDeliveryPoint(id, req.validatedBody, phoneKeys().seal(pointPhonePlace(id), phone), { actor_id: customerOf(req), at: new Date() })
  res.status(201).json({ delivery_points: (await showProfile(req.scope, organisation_id)).delivery_points })
}
