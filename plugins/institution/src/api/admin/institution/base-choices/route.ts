import type { StaffRequest } from "@fupin/access"
import { BaseChoices, BaseChoicesQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readBaseChoices } from "../../../../pairing/base-goods"
import { validQuery } from "../../../_query"
import { refuseOutside } from "../../../_scope"

/** Producers whose goods are from a place, and those goods. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { region_code } = validQuery(req, BaseChoicesQuery)
  refuseOutside(req, region_code)
  res.json(BaseChoices.parse(await readBaseChoices(req.scope, region_code, new Date())))
}
