import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { showApplications } from "../../../../reads/show-applications"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ applications: await showApplications(req.scope, customerOf(req)) })
}
