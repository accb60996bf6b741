import { allowed, type StaffRequest } from "@fupin/access"
import type { CertificateInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../domain/scope"
import { readCertificateHolders } from "../../../../queries/holders"
import { saveCertificatesWorkflow } from "../../../../workflows/save-certificates"

/** The file was uploaded before, through core's `/admin/uploads`. */
export const POST = async (req: StaffRequest<CertificateInput>, res: MedusaResponse) => {
  allowed(decideInScope(req.staffRegions, await readCertificateHolders(req.scope, req.validatedBody, new Date())), "forbidden")
  const { result } = await saveCertificatesWorkflow(req.scope).run({ input: { certificates: [req.validatedBody] } })
  res.status(201).json({ certificate: result[0] })
}
