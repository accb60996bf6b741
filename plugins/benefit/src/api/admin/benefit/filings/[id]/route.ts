import type { StaffRequest } from "@fupin/access"
import { FilingDetail } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readFilingDetail } from "../../../../../queries/read-filing-detail"
import { readRights } from "../../../../../queries/read-rights"
import { requireFiling } from "../../../../../queries/require-filing"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const filing = await requireFiling(req)
  const [submits, accepts] = [await readRights(req, res, "filing:submit"), await readRights(req, res, "filing:accept")]
  res.json(FilingDetail.parse(await readFilingDetail(req.scope, filing, { actor_id: req.auth_context.actor_id, submits, accepts, reader: "office" }, new Date())))
}
