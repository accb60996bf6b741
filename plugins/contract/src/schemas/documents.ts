import { z } from "zod"
import { FenAmount, Period, RegionCode } from "./common.js"
import { PaperQuery } from "./papers.js"
import { PlainText, VerifiedGoods } from "./provenance.js"

/** Kinds of issued documents: 附件1, 附件2, 通报, 农户对账单, 单位年度帮扶证明. */
export const DocumentKind = z.enum(["roster", "evidence", "bulletin", "statement", "impact"])
export type DocumentKind = z.infer<typeof DocumentKind>

export const DocumentStatus = z.enum(["valid", "void"])
export type DocumentStatus = z.infer<typeof DocumentStatus>

/** An issued document as staff see it in the list. `replaced_by` is the number of the document that took its place. */
export const IssuedDocument = z.object({
  id: z.string(), number: z.string(), kind: DocumentKind, subject: z.object({ kind: z.string(), id: z.string() }), period: z.string(), regions: z.array(z.string()),
  version: z.number().int(), title: z.string(), unit_name: z.string(), office_name: z.string(), rows: z.number().int(), total_fen: FenAmount, sha256: z.string(),
  issued_by: z.string(), issued_at: z.string(), status: DocumentStatus, void_reason: z.string().nullable(), voided_at: z.string().nullable(), replaced_by: z.string().nullable(),
})
export type IssuedDocument = z.infer<typeof IssuedDocument>

/** `GET /admin/benefit/papers` */
export const DocumentsQuery = z.strictObject({
  period: Period.optional(), kind: DocumentKind.optional(), status: DocumentStatus.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0), limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type DocumentsQuery = z.infer<typeof DocumentsQuery>
export const IssuedDocumentList = z.object({ documents: z.array(IssuedDocument), count: z.number().int() })
export type IssuedDocumentList = z.infer<typeof IssuedDocumentList>

/** `POST /admin/benefit/papers`: freezes 附件1 or 附件2 as it is now. `reason` voids and replaces one that says something else. */
export const IssueInput = z.strictObject({
  kind: z.enum(["roster", "evidence"]), period: Period, region: RegionCode.optional(),
  producer_id: PaperQuery.shape.producer_id, organisation_id: PaperQuery.shape.organisation_id, order_id: PaperQuery.shape.order_id,
  reason: z.string().trim().max(200).default(""),
})
export type IssueInput = z.infer<typeof IssueInput>
export const VoidInput = z.strictObject({ reason: z.string().trim().max(200) })
export type VoidInput = z.infer<typeof VoidInput>

/** `GET /admin/benefit/papers/:id/file`. Full ID numbers only for the accepting office's copy, with a reason. */
export const DocumentFileQuery = z.strictObject({
  format: z.enum(["xlsx", "pdf"]).default("pdf"),
  full_ids: PaperQuery.shape.full_ids, reason: PaperQuery.shape.reason,
})
export type DocumentFileQuery = z.infer<typeof DocumentFileQuery>

/** How the papers of a region present themselves; a narrower region's wins. `POST /admin/benefit/paper-templates`. */
export const PaperTemplate = z.strictObject({
  region_code: RegionCode, unit_name: PlainText(60), office_name: PlainText(60), phone: z.string().trim().regex(/^[0-9\- ]{0,20}$/, "电话只能含数字和短横").default(""),
  roster_title: PlainText(60), evidence_title: PlainText(60),
})
export type PaperTemplate = z.infer<typeof PaperTemplate>
/** `GET /admin/benefit/paper-templates?region=` → what holds there, from the narrowest template or the defaults. */
export const TemplateQuery = z.strictObject({ region: RegionCode })
export type TemplateQuery = z.infer<typeof TemplateQuery>

/** `GET /store/verify/:number` of an issued document: what it is and whether it holds; never a name, a number or a phone of a person. */
export const VerifiedDocument = z.object({
  kind: z.literal("document"), number: z.string(), document: DocumentKind, label: z.string(), title: z.string(), period: z.string(), unit_name: z.string(), office_name: z.string(),
  version: z.number().int(), valid: z.boolean(), voided_at: z.string().nullable(),
  /** Number of the document that took its place. */
  replaced_by: z.string().nullable(),
  sha256: z.string(), issued_at: z.string(), rows: z.number().int(), total_fen: FenAmount,
})
export type VerifiedDocument = z.infer<typeof VerifiedDocument>

/** `GET /store/verify/:number`: designations, certificates and lots of goods, and documents that were issued. */
export const VerifiedNumber = z.discriminatedUnion("kind", [VerifiedGoods, VerifiedDocument])
export type VerifiedNumber = z.infer<typeof VerifiedNumber>
