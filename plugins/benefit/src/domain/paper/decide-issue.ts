import { type Decision, no, yes } from "@fupin/contract/codes"
import { decideReason } from "../decide-household"

/** The valid document of the same kind, subject and period. */
export interface HeldDocument {
  id: string
  /** Canonical text of what it says. */
  content: string
}

/**
 * The same content again is the document that is there; other content replaces it, for a reason (design: clerical errors void and
 * replace). Error: document_differs.
 */
export function decideIssue(held: HeldDocument | null, content: string, reason: string): Decision<{ same: string } | { voids: string | null; reason: string }, "document_differs"> {
  if (held === null) return yes({ voids: null, reason: "" })
  if (held.content === content) return yes({ same: held.id })
  const said = decideReason(reason)
  return said.ok ? yes({ voids: held.id, reason: said.value }) : no("document_differs")
}

/** A document is voided once, for a reason. Errors: document_void, void_reason_required. */
export function decideVoid(status: "valid" | "void", reason: string): Decision<string, "document_void" | "void_reason_required"> {
  if (status === "void") return no("document_void")
  const said = decideReason(reason)
  return said.ok ? said : no("void_reason_required")
}

/** FP-2026-11-500238: documents are numbered by period and region; "*" is the whole platform. */
export function seriesOf(period: string, regions: readonly string[]): string {
  const [first] = [...regions].sort()
  return `FP-${period}-${first === undefined || first === "*" ? "000000" : first}`
}
