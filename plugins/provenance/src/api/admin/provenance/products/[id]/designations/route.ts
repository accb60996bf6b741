import { allowed, type StaffRequest } from "@fupin/access"
import type { DesignationInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../../../domain/scope"
import { readOrigins } from "../../../../../../queries/product-dossier"
import { saveDesignationsWorkflow } from "../../../../../../workflows/save-designations"

export const POST = async (req: StaffRequest<Omit<DesignationInput, "product_id">>, res: MedusaResponse) => {
  const product_id = req.params.id!
  allowed(decideInScope(req.staffRegions, await readOrigins(req.scope, [product_id], new Date())), "forbidden")
  const { result } = await saveDesignationsWorkflow(req.scope).run({ input: { designations: [{ ...req.validatedBody, product_id }] } })
  res.status(201).json({ designation: result[0] })
}
