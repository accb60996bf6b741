import { receiveFile } from "@fupin/benefit/intake/receive"
import { RosterResult } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { importRoster, MAX_ROSTER_BYTES } from "../../../../../../campaign/import-roster"
import { campaignFor } from "../../../../../_campaign"

/** A workbook as body: read as it arrives, kept nowhere. `mode=check` only tells what saving would refuse. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { campaign: { id } } = await campaignFor(req, "order")
  const file = await receiveFile(req, MAX_ROSTER_BYTES)
  res.json(RosterResult.parse(await importRoster(req.scope, id, file, req.query.mode === "save" ? "save" : "check")))
}
