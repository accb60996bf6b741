import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendPack } from "../../../../../evidence/send-pack"
import { packFor } from "../../../../_evidence"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await sendPack(req, res, await packFor(req))
}
