import { WorkbenchToday } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showWorkbenchToday } from "../../../../workbench/today"
import { producerAsked } from "../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await producerAsked(req)
  res.json(WorkbenchToday.parse(await showWorkbenchToday(req.scope, id, new Date())))
}
