import { FilingAttachmentInput, FilingReasonInput, FilingStepInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

const filing = "/store/institution/filing/:id"

/** Bodies of a unit's own filing. A scan of 10 MB is 14 MB as text. */
export const filingRoutes: MiddlewareRoute[] = [
  { matcher: `${filing}/submit`, method: "POST", middlewares: [validateAndTransformBody(FilingStepInput)] },
  { matcher: `${filing}/reasons`, method: "POST", middlewares: [validateAndTransformBody(FilingReasonInput)] },
  { matcher: `${filing}/attachments`, method: "POST", bodyParser: { sizeLimit: "15mb" }, middlewares: [validateAndTransformBody(FilingAttachmentInput)] },
]
