import { type CampaignInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { campaignsOf } from "../../../../campaign/facts"
import { createCampaign } from "../../../../campaign/save"
import { showCampaigns } from "../../../../campaign/show"
import { customerOf } from "../../../../medusa"
import { allowMember, readMineOf } from "../../../../reads/members"
import { answerCampaign } from "../../../_campaign"
import { OccurrenceQuery, validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, OccurrenceQuery.pick({ organisation_id: true }))
  const organisation_ids = await readMineOf(req.scope, customerOf(req), organisation_id)
  res.json({ campaigns: await showCampaigns(req.scope, await campaignsOf(req.scope).readCampaigns({ organisation_ids })) })
}

export const POST = async (req: AuthenticatedMedusaRequest<CampaignInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "order")
  const id = await createCampaign(req.scope, req.validatedBody, customerOf(req))
  res.status(201).json(await answerCampaign(req, id))
}
