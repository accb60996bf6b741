import { EvidencePack } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showPack } from "../../../../evidence/contents"
import { packFor } from "../../../_evidence"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("cache-control", "no-store").json(EvidencePack.parse(await showPack(req.scope, await packFor(req))))
}
