import type { DocumentKind, VerifiedDocument } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { PAPER_MODULE, type PaperModuleService } from "../modules/paper"

const LABELS: Record<DocumentKind, string> = { roster: "附件1 带贫人员名册", evidence: "附件2 消费扶贫证明材料", bulletin: "通报", statement: "农户对账单", impact: "年度帮扶证明" }

const verifyDocumentStep = createStep("verify-document", async ({ number }: { number: string }, { container }) => {
  const module: PaperModuleService = container.resolve(PAPER_MODULE)
  const row = await module.readByNumber(number.trim().toUpperCase())
  if (!row) return new StepResponse<VerifiedDocument | null>(null)
  const successor = row.replaced_by === null ? null : await module.retrieveDocument(row.replaced_by)
  return new StepResponse<VerifiedDocument | null>({
    kind: "document", number: row.number, document: row.kind, label: LABELS[row.kind], title: row.title, period: row.period, unit_name: row.unit_name, office_name: row.office_name,
    version: row.version, valid: row.status === "valid", voided_at: row.voided_at && row.voided_at.toISOString(), replaced_by: successor && successor.number,
    sha256: row.sha256, issued_at: row.issued_at.toISOString(), rows: row.rows, total_fen: row.total_fen,
  })
})

/** What an issued document's number stands for, for everybody: whether it holds and what it adds up to, nobody's name. null: never issued. */
export const verifyDocumentWorkflow = createWorkflow("verify-document", (input: { number: string }) => new WorkflowResponse(verifyDocumentStep(input)))
