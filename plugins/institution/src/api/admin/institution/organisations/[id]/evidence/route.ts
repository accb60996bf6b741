import type { StaffRequest } from "@fupin/access"
import { EvidencePackQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readContents } from "../../../../../../evidence/contents"
import { periodPack } from "../../../../../../evidence/period-pack"
import { sendPack } from "../../../../../../evidence/send-pack"
import { validQuery } from "../../../../../_query"
import { organisationInScope } from "../../../../../_scope"

/** The same pack that the unit gets, for staff in whose regions it lies. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const organisation = await organisationInScope(req, req.params.id!)
  const { period } = validQuery(req, EvidencePackQuery.pick({ period: true }))
  await sendPack(req, res, periodPack(req.scope, await readContents(req.scope, organisation, period)))
}
