import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { customerOf } from "../../../../medusa"
import { preordersOf } from "../../../../preorder/facts"
import { showOffers } from "../../../../preorder/show"
import { readMineOf } from "../../../../reads/members"
import { answerMine } from "../../../_preorders"
import { validQuery } from "../../../_query"

const Query = z.object({ organisation_id: z.string().optional() })

/** What can be booked now, and what the unit booked. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const organisation_ids = await readMineOf(req.scope, customerOf(req), validQuery(req, Query).organisation_id)
  const module = preordersOf(req.scope)
  const [open, contracts] = await Promise.all([module.readOffers({ states: ["open"] }), module.readContracts({ organisation_ids })])
  res.json({ offers: (await showOffers(req.scope, open, new Date())).filter(({ can_book }) => can_book), contracts: await answerMine(req, contracts) })
}
