import { allowed, refusal } from "@fupin/access"
import type { AcceptanceAnswer, AcceptanceSheetInput, MemberRole } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideAccepted, decideAcceptedLines } from "../domain/decide-acceptance"
import { decideRole } from "../domain/decide-member"
import type { Delivery } from "../reads/plans"
import { readNames } from "../reads/people"
import { acceptOccurrenceWorkflow } from "../workflows/accept-occurrence"
import { statementsOf } from "."
import { sealFile } from "./files"

/** 验收 as the receiver signs it: recorded at once, or once another member countersigned where the unit wants that. Errors: those of `decideAccepted` and `decideAcceptedLines`. */
export async function signAcceptance(container: MedusaContainer, { occurrence, organisation }: Delivery, sheet: AcceptanceSheetInput, actor_id: string): Promise<void> {
  allowed(decideAccepted(occurrence, sheet.lines), "not_allowed")
  allowed(decideAcceptedLines(occurrence.lines, sheet.lines))
  await statementsOf(container).signSheet(occurrence.id, sheet, { actor_id, at: new Date() })
  if (!(await statementsOf(container).wantsSecondSignature(organisation.id))) await record(container, occurrence.id, sheet, actor_id)
}

/** The second signature; the goods count as accepted from then. A repeated one after a failure records the same. Errors: no_sheet_waiting, second_signature_other_person. */
export async function countersignAcceptance(container: MedusaContainer, id: string, actor_id: string): Promise<void> {
  const sheet = await statementsOf(container).countersign(id, { actor_id, at: new Date() })
  await record(container, id, sheet, sheet.signed_by)
}

async function record(container: MedusaContainer, id: string, { lines }: AcceptanceSheetInput, actor_id: string): Promise<void> {
  const acceptance = { lines: lines.map(({ variant_id, accepted, reason, turned_away }) => ({ variant_id, accepted, reason: turned_away === "disposed" ? `${reason}（已就地处置）` : reason })) }
  await acceptOccurrenceWorkflow(container).run({ input: { id, acceptance, actor_id } })
  await statementsOf(container).countSheet(id, new Date())
}

/** Keeps a picture of goods of this delivery. Errors: not_in_agreement, scan_wrong_type, scan_too_big, too_many_photos. */
export async function keepAcceptancePhoto(container: MedusaContainer, { occurrence }: Delivery, variant_id: string, content: Buffer, actor_id: string): Promise<void> {
  if (!occurrence.lines.some((line) => line.variant_id === variant_id)) throw refusal("invalid_data", "not_in_agreement")
  await statementsOf(container).keepPhoto(occurrence.id, variant_id, sealFile(content), { actor_id, at: new Date() })
}

/** What was signed, by whom, with the pictures; `reader` is the member who asks, null for staff. */
export async function showAcceptance(container: MedusaContainer, { occurrence, organisation }: Delivery, reader: { id: string; roles: MemberRole[] } | null): Promise<AcceptanceAnswer> {
  const module = statementsOf(container)
  const [sheet, photos, second_signature] = await Promise.all([module.readSheet(occurrence.id), module.readPhotos(occurrence.id), module.wantsSecondSignature(organisation.id)])
  const nameOf = await readNames(container, sheet ? [sheet.signed_by, sheet.countersigned_by ?? ""].filter(Boolean) : [])
  const iso = (at: Date | null) => (at === null ? null : new Date(at).toISOString())
  return {
    second_signature, photos: photos.map(({ taken_at, ...photo }) => ({ ...photo, taken_at: iso(taken_at)! })),
    may_countersign: sheet !== null && sheet.counted_at === null && reader !== null && reader.id !== sheet.signed_by && decideRole(reader.roles, "countersign").ok,
    sheet: sheet && { lines: sheet.lines, certificates: sheet.certificates, signed_by: nameOf(sheet.signed_by), signed_at: iso(sheet.signed_at)!, countersigned_by: sheet.countersigned_by && nameOf(sheet.countersigned_by), countersigned_at: iso(sheet.countersigned_at), counted_at: iso(sheet.counted_at) },
  }
}
