import { z } from "zod"
import { AcceptanceInput } from "./institution.js"

/** Papers that must come with goods: 合格证, 检疫证. */
export const DeliveryCertificate = z.enum(["quality", "quarantine"])
export type DeliveryCertificate = z.infer<typeof DeliveryCertificate>

/** What a category says of its goods in its metadata under `papers`. */
export const CategoryPapers = z.array(DeliveryCertificate).max(2)
/** Of goods whose categories say nothing: 承诺达标合格证. */
export const USUAL_PAPERS: readonly DeliveryCertificate[] = ["quality"]

/** A paper that must come, and with which of the goods. */
const RequiredPaper = z.object({ kind: DeliveryCertificate, variant_ids: z.array(z.string()) })
export type RequiredPaper = z.infer<typeof RequiredPaper>

const SheetLine = AcceptanceInput.shape.lines.element.extend({
  /** What became of what was turned away: perishables are not carried back but recorded as disposed of. */
  turned_away: z.enum(["disposed", "returned"]).optional(),
})

/** `POST …/occurrences/:id/acceptance` (验收), by a receiver. Where the unit wants a second signature it counts once another member countersigned. */
export const AcceptanceSheetInput = z.strictObject({
  lines: z.array(SheetLine).min(1).max(100),
  certificates: z.array(z.strictObject({ kind: DeliveryCertificate, present: z.boolean() })).max(2).default([]),
})
export type AcceptanceSheetInput = z.infer<typeof AcceptanceSheetInput>

/** `GET …/occurrences/:id/acceptance` → `{ sheet, photos, papers, second_signature, may_countersign }` */
export const AcceptanceSheet = AcceptanceSheetInput.extend({ signed_by: z.string(), signed_at: z.string(), countersigned_by: z.string().nullable(), countersigned_at: z.string().nullable(), counted_at: z.string().nullable() })
export type AcceptanceSheet = z.infer<typeof AcceptanceSheet>
export const AcceptancePhoto = z.object({ id: z.string(), variant_id: z.string(), sha256: z.string(), taken_at: z.string() })
export type AcceptancePhoto = z.infer<typeof AcceptancePhoto>
export const AcceptanceAnswer = z.object({ sheet: AcceptanceSheet.nullable(), photos: z.array(AcceptancePhoto), papers: z.array(RequiredPaper), second_signature: z.boolean(), may_countersign: z.boolean() })
export type AcceptanceAnswer = z.infer<typeof AcceptanceAnswer>

/** `POST …/occurrences/:id/photos?variant_id=`, the picture as body. */
export const PhotoQuery = z.strictObject({ variant_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确") })

/** `POST /admin/institution/organisations/:id/acceptance-rule` */
export const AcceptanceRuleInput = z.strictObject({ second_signature: z.boolean() })
export type AcceptanceRuleInput = z.infer<typeof AcceptanceRuleInput>
