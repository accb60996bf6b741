import { enterLotWorkflow } from "@fupin/provenance/workflows"
import { showLots } from "@fupin/provenance/queries/lots"
import { type OwnLotInput, WorkbenchLots } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { showOwnLots } from "../../../../workbench/own-lots"
import { asProducer, producerAsked } from "../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await producerAsked(req)
  res.json(WorkbenchLots.parse(await showOwnLots(req.scope, id, new Date())))
}

export const POST = async (req: AuthenticatedMedusaRequest<OwnLotInput>, res: MedusaResponse) => {
  await asProducer(req, req.validatedBody.producer_id, "act")
  const { result } = await enterLotWorkflow(req.scope).run({ input: { lot: req.validatedBody, entered_as: "producer", entered_by: customerOf(req) } })
  res.status(201).json({ lot: showLots([result], new Date())[0] })
}
