import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { periodPack } from "../../../../../evidence/period-pack"
import { sendPack } from "../../../../../evidence/send-pack"
import { packFor } from "../../../../_evidence"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await sendPack(req, res, periodPack(req.scope, await packFor(req)))
}
