import type { StaffRequest } from "@fupin/access"
import type { MemberLevel } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { withRegionNames } from "../../../../reads/region-names"
import { spendingOf } from "../../../../spending"
import { refuseOutside } from "../../../_scope"

const readLevels = async (container: MedusaContainer) => withRegionNames(container, await spendingOf(container).readMemberLevels())

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ levels: await readLevels(req.scope) })
}

export const POST = async (req: StaffRequest<MemberLevel>, res: MedusaResponse) => {
  refuseOutside(req, req.validatedBody.region_code)
  await spendingOf(req.scope).saveMemberLevel(req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.status(201).json({ levels: await readLevels(req.scope) })
}
