import { refusal, regionContains, type StaffRequest } from "@fupin/access"
import type { PairInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { businessDay } from "../../../../domain/business-day"
import { graph } from "../../../../medusa"
import { pairingOf } from "../../../../pairing"
import { showPairs } from "../../../../pairing/show-pairs"
import { readOrganisations } from "../../../../reads/plans"
import { validQuery } from "../../../_query"
import { organisationInScope, refuseOutside } from "../../../_scope"

const Query = z.object({ year: z.coerce.number().int().min(2020).max(2100).optional() })

/** Both sides of a pair see it: those who answer for the paying side, and those who answer for the division helped. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const now = new Date()
  const { year = Number(businessDay(now).slice(0, 4)) } = validQuery(req, Query)
  const regions = new Map((await readOrganisations(req.scope, {})).map(({ id, region_code }) => [id, region_code]))
  const mine = (code: string) => req.staffRegions.some((within) => regionContains(within, code))
  const pairs = (await pairingOf(req.scope).readPairs()).filter(({ payer_kind, payer, helped_code }) => mine(helped_code) || mine(payer_kind === "region" ? payer : (regions.get(payer) ?? "")))
  res.json({ pairs: await showPairs(req.scope, pairs, year, now) })
}

/** The paying side's office keeps it. */
export const POST = async (req: StaffRequest<PairInput>, res: MedusaResponse) => {
  const { payer, helped_code } = req.validatedBody
  if (payer.kind === "organisation") await organisationInScope(req, payer.organisation_id)
  else refuseOutside(req, payer.region_code)
  const codes = [helped_code, ...(payer.kind === "region" ? [payer.region_code] : [])]
  const known = await graph<{ code: string }>(req.scope, "division", ["code"], { code: codes })
  if (known.length < new Set(codes).size) throw refusal("invalid_data", "unknown_region")
  const now = new Date()
  const id = await pairingOf(req.scope).save(req.validatedBody, req.auth_context.actor_id, now)
  const saved = (await pairingOf(req.scope).readPairs()).filter((pair) => pair.id === id)
  const [pair] = await showPairs(req.scope, saved, Number(businessDay(now).slice(0, 4)), now)
  res.status(201).json({ pair })
}
