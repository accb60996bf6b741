import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { businessDay } from "../../../../domain/business-day"
import { customerOf } from "../../../../medusa"
import { pairingOf } from "../../../../pairing"
import { payersOf, showPairs } from "../../../../pairing/show-pairs"
import { allowMember } from "../../../../reads/members"
import { readOrganisations } from "../../../../reads/plans"
import { validQuery } from "../../../_query"

const Query = z.object({ organisation_id: z.string(), year: z.coerce.number().int().min(2020).max(2100).optional() })

/** The pairs that a unit's purchases count for; of a division's pair it sees the sum, and of the units its own alone. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const now = new Date()
  const { organisation_id, year = Number(businessDay(now).slice(0, 4)) } = validQuery(req, Query)
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  const own = await readOrganisations(req.scope, { id: organisation_id })
  const pairs = (await pairingOf(req.scope).readPairs()).filter((pair) => payersOf(pair, own).length > 0)
  const shown = await showPairs(req.scope, pairs, year, now)
  res.json({ pairs: shown.map((pair) => ({ ...pair, units: pair.units.filter(({ id }) => id === organisation_id) })) })
}
