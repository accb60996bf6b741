import { allowed, type StaffRequest } from "@fupin/access"
import type { CertificateInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../domain/scope"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../../../../modules/provenance"
import { readOrigins } from "../../../../queries/product-dossier"
import { saveCertificatesWorkflow } from "../../../../workflows/save-certificates"

/** The file was uploaded before, through core's `/admin/uploads`. */
export const POST = async (req: StaffRequest<CertificateInput>, res: MedusaResponse) => {
  const input = req.validatedBody
  const provenance: ProvenanceModuleService = req.scope.resolve(PROVENANCE_MODULE)
  const holders = await provenance.listProducers({ id: input.producer_id ?? [] }, { select: ["region_code"] })
  const origins = await readOrigins(req.scope, input.product_ids, new Date())
  allowed(decideInScope(req.staffRegions, [...origins, ...holders.map(({ region_code }) => region_code)]), "forbidden")
  const { result } = await saveCertificatesWorkflow(req.scope).run({ input: { certificates: [input] } })
  res.status(201).json({ certificate: result[0] })
}
