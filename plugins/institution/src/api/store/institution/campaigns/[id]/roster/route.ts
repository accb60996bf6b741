import { receiveFile } from "@fupin/benefit/intake/receive"
import { RosterResult } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { importRoster, MAX_ROSTER_BYTES } from "../../../../../../campaign/import-roster"
import { campaignFor, campaignToChange } from "../../../../../_campaign"

/** A workbook as body: read as it arrives, kept nowhere. `mode=check` only tells what saving would refuse. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const mode = req.query.mode === "save" ? "save" : "check"
  const { id } = mode === "save" ? await campaignToChange(req) : (await campaignFor(req, "order")).campaign
  res.json(RosterResult.parse(await importRoster(req.scope, id, await receiveFile(req, MAX_ROSTER_BYTES), mode)))
}
