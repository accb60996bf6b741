import { refusal } from "@fupin/access"
import type { AcceptanceAnswer, AcceptanceSheetInput, MemberRole } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideRole } from "../domain/decide-member"
import type { AcceptedLine, TurnedAway } from "../domain/decide-acceptance"
import type { SheetRow } from "../modules/statement/service"
import { readNames } from "../reads/people"
import { readRequiredPapers } from "../reads/required-papers"
import { statementsOf } from "."
import { sealFile } from "./files"

/** What stands at the unit's door, whatever ordered it: a date of a standing order, a batch of a harvest. */
export interface Door {
  id: string
  organisation_id: string
  variant_ids: string[]
  /** Refuses quantities that cannot be accepted as things stand now. */
  check: (lines: (AcceptedLine & TurnedAway)[]) => Promise<void>
  /** Tells the ledger and the delivery what came in. */
  record: (lines: AcceptedLine[], actor_id: string) => Promise<void>
  /** Whether what was signed is, or may still become, what was accepted; staff may have recorded something else from a paper. */
  stands: (lines: AcceptedLine[]) => boolean
}

/** 验收 as the receiver signs it: recorded at once, or once another member countersigned where the unit wants that, or wanted it when this was signed first. Of two who sign at once the second is told. Errors: conflict, those of `door.check`. */
export async function signAcceptance(container: MedusaContainer, door: Door, sheet: AcceptanceSheetInput, actor_id: string): Promise<void> {
  const module = statementsOf(container)
  const signed = await module.whileSigning(door.id, async () => {
    await door.check(sheet.lines)
    const waits = await module.signSheet({ delivery_id: door.id, organisation_id: door.organisation_id }, sheet, { actor_id, at: new Date() })
    if (!waits) await record(container, door, sheet, actor_id)
    return true
  })
  if (!signed) throw refusal("conflict", "conflict")
}

/** The second signature; the goods count as accepted from then. A repeated one after a failure records the same. Errors: conflict, no_sheet_waiting, second_signature_other_person. */
export async function countersignAcceptance(container: MedusaContainer, door: Door, actor_id: string): Promise<void> {
  const signed = await statementsOf(container).whileSigning(door.id, async () => {
    const sheet = await statementsOf(container).countersign(door.id, { actor_id, at: new Date() })
    await record(container, door, sheet, sheet.signed_by)
    return true
  })
  if (!signed) throw refusal("conflict", "conflict")
}

async function record(container: MedusaContainer, door: Door, { lines }: AcceptanceSheetInput, actor_id: string): Promise<void> {
  await door.record(lines.map(({ variant_id, accepted, reason, turned_away }) => ({ variant_id, accepted, reason: turned_away === "disposed" ? `${reason}（已就地处置）` : reason })), actor_id)
  await statementsOf(container).countSheet(door.id, new Date())
}

/** Keeps a picture of goods of this delivery. Errors: not_in_agreement, scan_wrong_type, scan_too_big, too_many_photos. */
export async function keepAcceptancePhoto(container: MedusaContainer, { id, variant_ids }: Door, variant_id: string, content: Buffer, actor_id: string): Promise<void> {
  if (!variant_ids.includes(variant_id)) throw refusal("invalid_data", "not_in_agreement")
  await statementsOf(container).keepPhoto(id, variant_id, sealFile(content), { actor_id, at: new Date() })
}

/** What was signed at a door, unless staff recorded something else before it counted. */
export async function readStandingSheet(container: MedusaContainer, { id, stands }: Pick<Door, "id" | "stands">): Promise<SheetRow | null> {
  const signed = await statementsOf(container).readSheet(id)
  return signed && (signed.counted_at !== null || stands(signed.lines)) ? signed : null
}

/** What was signed, by whom, with the pictures; `reader` is the member who asks, null for staff. */
export async function showAcceptance(container: MedusaContainer, door: Door, reader: { id: string; roles: MemberRole[] } | null): Promise<AcceptanceAnswer> {
  const module = statementsOf(container)
  const [sheet, photos, papers, wantsSecond] = await Promise.all([readStandingSheet(container, door), module.readPhotos(door.id), readRequiredPapers(container, door.variant_ids), module.wantsSecondSignature(door.organisation_id)])
  const nameOf = await readNames(container, sheet ? [sheet.signed_by, sheet.countersigned_by ?? ""].filter(Boolean) : [])
  const iso = (at: Date | null) => (at === null ? null : new Date(at).toISOString())
  return {
    second_signature: wantsSecond || (sheet?.needs_second ?? false), papers, photos: photos.map(({ taken_at, ...photo }) => ({ ...photo, taken_at: iso(taken_at)! })),
    may_countersign: sheet !== null && sheet.counted_at === null && reader !== null && reader.id !== sheet.signed_by && decideRole(reader.roles, "countersign").ok,
    sheet: sheet && { lines: sheet.lines, certificates: sheet.certificates, signed_by: nameOf(sheet.signed_by), signed_at: iso(sheet.signed_at)!, countersigned_by: sheet.countersigned_by && nameOf(sheet.countersigned_by), countersigned_at: iso(sheet.countersigned_at), counted_at: iso(sheet.counted_at) },
  }
}
