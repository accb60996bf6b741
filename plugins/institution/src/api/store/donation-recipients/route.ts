import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readOpenRecipients } from "../../../reads/donations"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ recipients: await readOpenRecipients(req.scope) })
}
