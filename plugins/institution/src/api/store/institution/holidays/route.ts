import { RegionalDaysOff } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { businessDay } from "../../../../domain/business-day"
import { customerOf } from "../../../../medusa"
import { readDaysOffOf } from "../../../../reads/days-off"
import { allowMember } from "../../../../reads/members"
import { withRegionNames } from "../../../../reads/region-names"
import { validQuery } from "../../../_query"

const Query = z.object({ organisation_id: z.string() })

/** The region's own holidays that are still to come where the unit is. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, Query)
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  const today = businessDay(new Date())
  const coming = (await readDaysOffOf(req.scope, organisation_id)).filter(({ to_on }) => to_on >= today).reverse()
  res.json({ holidays: (await withRegionNames(req.scope, coming)).map((one) => RegionalDaysOff.parse(one)) })
}
