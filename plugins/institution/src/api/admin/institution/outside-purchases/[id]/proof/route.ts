import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { openProof } from "../../../../../../spending/outside"
import { outsidePurchaseInScope } from "../../../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await outsidePurchaseInScope(req, req.params.id!)
  const { name, mime, bytes } = (await openProof(req.scope, id))!
  res.setHeader("content-type", mime).setHeader("x-content-type-options", "nosniff").setHeader("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(bytes)
}
