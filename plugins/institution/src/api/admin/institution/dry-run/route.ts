import type { StaffRequest } from "@fupin/access"
import { DryRun, RunInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readDryRun } from "../../../../reads/dry-run"
import { validQuery } from "../../../_query"
import { organisationsInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { date } = validQuery(req, RunInput)
  res.json(DryRun.parse(await readDryRun(req.scope, date, (await organisationsInScope(req)).map(({ id }) => id))))
}
