import { BaseChoices, UnitBaseChoicesQuery } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { readBaseChoices } from "../../../../pairing/base-goods"
import { allowMember } from "../../../../reads/members"
import { validQuery } from "../../../_query"

/** Producers whose goods are from a place, and those goods, for who may propose a base. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { organisation_id, region_code } = validQuery(req, UnitBaseChoicesQuery)
  await allowMember(req.scope, customerOf(req), organisation_id, "order")
  res.json(BaseChoices.parse(await readBaseChoices(req.scope, region_code, new Date())))
}
