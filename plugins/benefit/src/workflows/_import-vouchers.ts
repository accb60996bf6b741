import { refusal } from "@fupin/access"
import type { VoucherImport, VoucherImportQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskName } from "../domain/mask"
import { planDrafts } from "../domain/voucher/plan-drafts"
import { readPayer, readVoucherTable } from "../queries/read-voucher-table"
import { recordVouchersWorkflow } from "./record-vouchers"

const SHOWN_FAULTS = 200
const SHOWN_ROWS = 50

export interface ImportVouchers extends VoucherImportQuery {
  file: Buffer
  regions: string[]
  actor_id: string
  today: string
}

/**
 * Imports a list of purchases, wages or rent. `check` writes nothing; `all` writes only when every row is right; `good` what is right.
 * The workbook itself is not kept, only its SHA-256. Errors: import_has_faults, import_nothing_right, unknown_payer, file_already_imported, those of the reader.
 */
export async function importVouchers(container: MedusaContainer, { kind, mode, payer_id, file, regions, actor_id, today }: ImportVouchers): Promise<VoucherImport> {
  const payer = kind === "direct_purchase" ? null : await readPayer(container, payer_id, regions)
  const { file_sha256, planned, households, faults } = await readVoucherTable(container, file, kind, payer, regions, today)
  if (mode === "all" && faults.length > 0) throw refusal("invalid_data", "import_has_faults", `文件中有 ${faults.length} 处错误（首处 ${faults[0]!.cell}：${faults[0]!.message}），没有写入任何内容`)
  if (mode !== "check" && planned.length === 0) throw refusal("invalid_data", "import_nothing_right")
  const written = mode === "check" ? [] : (await recordVouchersWorkflow(container).run({ input: { vouchers: planDrafts(kind, planned), created_by: actor_id } })).result
  return {
    mode, file_sha256, good_rows: planned.length, total_fen: planned.reduce((sum, { evidence }) => sum + evidence.amount_fen, 0), faults: faults.slice(0, SHOWN_FAULTS), fault_count: faults.length, written,
    preview: planned.slice(0, SHOWN_ROWS).map(({ row, household_id, evidence: { goods, quantity, amount_fen, paid_on } }) => {
      const { code, name, kind: who } = households.get(household_id)!
      return { row, household_code: code, household_name: who === "collective" ? name : maskName(name), goods, quantity, amount_fen, paid_on }
    }),
  }
}
