import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { FILING_MODULE, type FilingModuleService } from "../../../../../../modules/filing"
import { requireFiling } from "../../../../../../queries/require-filing"
import { withdrawAttachmentWorkflow } from "../../../../../../workflows/withdraw-attachment"

const readOwn = async (req: StaffRequest) => {
  const scan = await req.scope.resolve<FilingModuleService>(FILING_MODULE).readAttachment(req.params.id!)
  await requireFiling(req, scan.filing_id)
  return scan
}

/** The bytes as they were uploaded: never cached, never run. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { name, media_type, content, sha256 } = await readOwn(req)
  res.setHeader("cache-control", "no-store")
  res.setHeader("content-type", media_type)
  res.setHeader("x-content-type-options", "nosniff")
  res.setHeader("etag", `"${sha256}"`)
  res.setHeader("content-disposition", `attachment; filename="scan"; filename*=UTF-8''${encodeURIComponent(name)}`)
  res.end(content)
}

/** Takes a scan back; the record keeps it. */
export const DELETE = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await readOwn(req)
  const { result } = await withdrawAttachmentWorkflow(req.scope).run({ input: { id, actor_id: req.auth_context.actor_id, now: new Date() } })
  res.json(result)
}
