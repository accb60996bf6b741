import { Vacation, type VacationInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember, readMineOf } from "../../../../reads/members"
import { institutionOf } from "../../../../reads/plans"
import { saveVacationWorkflow } from "../../../../workflows/save-vacation"
import { OccurrenceQuery, validQuery } from "../../../_query"

const answer = async (req: MedusaRequest, ids: string[]) => ({ vacations: (await institutionOf(req.scope).readVacations(ids)).map((one) => Vacation.parse(one)) })

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, OccurrenceQuery.pick({ organisation_id: true }))
  res.json(await answer(req, await readMineOf(req.scope, customerOf(req), organisation_id)))
}

export const POST = async (req: AuthenticatedMedusaRequest<VacationInput>, res: MedusaResponse) => {
  const { organisation_id } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "order")
  await saveVacationWorkflow(req.scope).run({ input: { organisation_id, change: { add: req.validatedBody }, actor_id: customerOf(req) } })
  res.status(201).json(await answer(req, [organisation_id]))
}
