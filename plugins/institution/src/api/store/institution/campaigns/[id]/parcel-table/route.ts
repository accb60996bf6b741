import { receiveFile } from "@fupin/benefit/intake/receive"
import { ParcelTable } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAX_ROSTER_BYTES } from "../../../../../../campaign/import-roster"
import { importParcels } from "../../../../../../campaign/parcels"
import { customerOf } from "../../../../../../medusa"
import { campaignFor } from "../../../../../_campaign"

/** A workbook as body: read as it arrives, kept nowhere. `mode=check` only tells what saving would refuse. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { campaign } = await campaignFor(req, "accept")
  res.json(ParcelTable.parse(await importParcels(req.scope, campaign, await receiveFile(req, MAX_ROSTER_BYTES), req.query.mode === "save" ? "save" : "check", customerOf(req))))
}
