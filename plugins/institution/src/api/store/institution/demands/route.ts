import type { DemandInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { demandsOf } from "../../../../demand"
import { showDemands } from "../../../../demand/show-demands"
import { customerOf } from "../../../../medusa"
import { allowMember, readMineOf } from "../../../../reads/members"
import { answerDemand } from "../../../_demands"
import { validQuery } from "../../../_query"

const Query = z.object({ organisation_id: z.string().optional() })

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const organisation_ids = await readMineOf(req.scope, customerOf(req), validQuery(req, Query).organisation_id)
  res.json({ demands: await showDemands(req.scope, await demandsOf(req.scope).readDemands({ organisation_ids }), { side: "buyer" }, new Date()) })
}

export const POST = async (req: AuthenticatedMedusaRequest<DemandInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "order")
  const id = await demandsOf(req.scope).post(req.validatedBody, { actor_id: customerOf(req), at: new Date() })
  res.status(201).json(await answerDemand(req, id))
}
