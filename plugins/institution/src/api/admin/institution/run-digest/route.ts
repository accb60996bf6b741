import type { StaffRequest } from "@fupin/access"
import { OrganisationDigest, RunInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readOrganisationDigests } from "../../../../reads/digest"
import { validQuery } from "../../../_query"
import { organisationsInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { date } = validQuery(req, RunInput)
  const rows = await readOrganisationDigests(req.scope, date, (await organisationsInScope(req)).map(({ id }) => id))
  res.json({ date, organisations: rows.map((one) => OrganisationDigest.parse(one)) })
}
