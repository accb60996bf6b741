import { z } from "zod"
import { FenAmount } from "./common.js"
import { VoucherKind } from "./voucher.js"

/** check: nothing is written; all: only when every row is right; good: what is right. */
export const ImportMode = z.enum(["check", "all", "good"])
export type ImportMode = z.infer<typeof ImportMode>

export const ImportFault = z.object({ row: z.number().int(), cell: z.string(), message: z.string() })
export type ImportFault = z.infer<typeof ImportFault>

const Id = z.string().min(1).max(64)

/** `POST /admin/benefit/vouchers-import`, the workbook as body. `payer_id`: the producer or collective that paid wages or rent. */
export const VoucherImportQuery = z.strictObject({ kind: VoucherKind, mode: ImportMode.default("check"), payer_id: Id.optional() })
export type VoucherImportQuery = z.infer<typeof VoucherImportQuery>

export const VoucherImport = z.object({
  mode: ImportMode,
  file_sha256: z.string(),
  good_rows: z.number().int(),
  total_fen: FenAmount,
  /** The first of them; `fault_count` says how many there are. */
  faults: z.array(ImportFault),
  fault_count: z.number().int(),
  /** The first rows as they would be written, masked. */
  preview: z.array(z.object({ row: z.number().int(), household_code: z.string(), household_name: z.string(), goods: z.string(), quantity: z.string(), amount_fen: FenAmount, paid_on: z.string() })),
  written: z.array(z.object({ id: z.string(), number: z.string() })),
})
export type VoucherImport = z.infer<typeof VoucherImport>

/** What a roster workbook holds: households as in 附件1, or who belongs to which agreement by what weight. */
export const RosterKind = z.enum(["households", "linkages"])
export type RosterKind = z.infer<typeof RosterKind>

/** `POST /admin/benefit/imports`, the workbook as body; answered at once, read on with `GET /admin/benefit/imports/:id`. */
export const RosterImportQuery = z.strictObject({ kind: RosterKind, mode: ImportMode.default("check") })
export type RosterImportQuery = z.infer<typeof RosterImportQuery>
export const VoucherTemplateQuery = z.strictObject({ kind: VoucherKind })
export const RosterTemplateQuery = z.strictObject({ kind: RosterKind })

export const RosterImport = z.object({
  id: z.string(),
  kind: RosterKind,
  mode: ImportMode,
  state: z.enum(["running", "done", "refused", "failed"]),
  /** Rows looked at, right, and written so far. */
  read_rows: z.number().int(),
  good_rows: z.number().int(),
  written_rows: z.number().int(),
  faults: z.array(ImportFault),
  fault_count: z.number().int(),
  /** Why the file as a whole was not taken. */
  message: z.string().nullable(),
  started_at: z.string(),
})
export type RosterImport = z.infer<typeof RosterImport>
