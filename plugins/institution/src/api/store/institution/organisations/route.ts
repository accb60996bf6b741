import { MyOrganisation } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { readMine } from "../../../../reads/members"
import { showOrganisation } from "../../../../reads/show-organisations"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const organisations = await readMine(req.scope, customerOf(req))
  res.json({ organisations: organisations.map((one) => MyOrganisation.parse({ ...showOrganisation(one), roles: one.roles })) })
}
