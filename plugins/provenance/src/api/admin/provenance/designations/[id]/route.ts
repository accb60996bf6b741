import { allowed, refusal, type StaffRequest } from "@fupin/access"
import type { DesignationStatusInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../../domain/scope"
import { asDesignations } from "../../../../../medusa"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../../../../../modules/provenance"
import { readOrigins } from "../../../../../queries/product-dossier"
import { saveDesignationsWorkflow } from "../../../../../workflows/save-designations"

/** Publishes again, suspends or withdraws. */
export const POST = async (req: StaffRequest<DesignationStatusInput>, res: MedusaResponse) => {
  const provenance: ProvenanceModuleService = req.scope.resolve(PROVENANCE_MODULE)
  const [held] = asDesignations(await provenance.listDesignations({ id: req.params.id! }))
  if (!held) throw refusal("not_found", "unknown_number")
  allowed(decideInScope(req.staffRegions, await readOrigins(req.scope, [held.product_id], new Date())), "forbidden")
  const { number, product_id, valid_from, valid_to } = held
  const designation = { number, product_id, valid_from: valid_from.toISOString(), valid_to: valid_to.toISOString(), status: req.validatedBody.status }
  const { result } = await saveDesignationsWorkflow(req.scope).run({ input: { designations: [designation] } })
  res.json({ designation: result[0] })
}
