import { createHash } from "node:crypto"
import { allowed, decideRegion, refusal } from "@fupin/access"
import type { ImportFault, VoucherKind } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Fault } from "../domain/intake/cell"
import { listColumns, purchaseColumns } from "../domain/voucher/columns"
import { type ListedRow, type Payer, type PlannedRow, planRows } from "../domain/voucher/plan-drafts"
import { claimOf } from "../domain/voucher/voucher"
import { readTable } from "../intake/read-table"
import { VOUCHER_MODULE, type VoucherModuleService } from "../modules/voucher"
import { matchHouseholds, type Matched, type Wanted } from "./match-households"

/** One journal holds one list. */
const MAX_LIST_ROWS = 5_000

export interface VoucherTable {
  file_sha256: string
  planned: PlannedRow[]
  households: Map<string, Matched>
  faults: ImportFault[]
}

type Read = Omit<ListedRow, "household"> & Wanted
type Address = (key: "name" | "paid_on" | "amount_fen", row: number) => string

/**
 * Reads a list of purchases, wages or rent without writing anything: what could be written, and every fault with its cell.
 * Households outside `regions` count as unknown. Errors: those of the reader, file_already_imported.
 */
export async function readVoucherTable(container: MedusaContainer, file: Buffer, kind: VoucherKind, payer: Payer | null, regions: string[], today: string): Promise<VoucherTable> {
  const file_sha256 = createHash("sha256").update(file).digest("hex")
  const { rows, faults, address } = kind === "direct_purchase" ? await readPurchases(file, today) : await readList(file, kind, today)
  const match = await matchHouseholds(container, rows)
  const households = new Map<string, Matched>()
  const listed = rows.map(({ household_code, id_number, ...row }): ListedRow => {
    const found = match({ household_code, id_number })
    const household = found && decideRegion(found.region_code, regions).ok ? found : null
    if (household) households.set(household.id, household)
    return { ...row, household }
  })
  const plan = planRows(listed, kind, payer, file_sha256, address)
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  const keyed = plan.planned.map((one) => ({ one, key: claimOf(one.draft, one.evidence) }))
  const taken = await module.readClaims(keyed.map(({ key }) => key))
  const said = keyed.filter(({ key }) => taken.has(key)).map(({ one, key }): Fault => ({ row: one.row, cell: address("amount_fen", one.row), message: `已登记在 ${taken.get(key)!.number}（同一付款方、同一户、同一期间、同一金额）` }))
  const found = [...faults, ...plan.faults, ...said].sort((a, b) => a.row - b.row)
  // Of two clicks the later finds the rows of the earlier: that the file is known says more than each of its rows.
  if (found.length > 0) await module.requireNewFile(file_sha256)
  return {
    file_sha256, households, planned: keyed.filter(({ key }) => !taken.has(key)).map(({ one }) => one),
    faults: found,
  }
}

async function readPurchases(file: Buffer, today: string) {
  const found = { rows: [] as Read[], faults: [] as Fault[], address: (() => "") as Address }
  for await (const batch of readTable(file, purchaseColumns(today), { max_rows: MAX_LIST_ROWS })) {
    found.address = batch.address
    found.faults.push(...batch.faults)
    found.rows.push(...batch.rows.map(({ row, values: { buyer_unit, buyer_person, payment_way, ...values } }) => ({ row, ...values, note: null, buyer: { unit: buyer_unit, person: buyer_person, way: payment_way } })))
  }
  return found
}

async function readList(file: Buffer, kind: "wages" | "rent", today: string) {
  const found = { rows: [] as Read[], faults: [] as Fault[], address: (() => "") as Address }
  for await (const batch of readTable(file, listColumns(kind, today), { max_rows: MAX_LIST_ROWS })) {
    found.address = batch.address
    found.faults.push(...batch.faults)
    found.rows.push(...batch.rows.map(({ row, values }) => ({ row, ...values })))
  }
  return found
}

/** Who paid wages or rent: a producer or a village collective in these regions. Errors: unknown_payer, not_in_your_region. */
export async function readPayer(container: MedusaContainer, id: string | undefined, regions: string[]): Promise<Payer> {
  const { data: [producer] } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id", "name", "region_code"], filters: { id: id ?? "" } })
  const { rows: [collective] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select id, name, region_code from household where kind = 'collective' and deleted_at is null and (id = ? or code = ?)", [id ?? "", id ?? ""])
  const payer = producer ?? collective
  if (!payer) throw refusal("invalid_data", "unknown_payer")
  allowed(decideRegion(payer.region_code, regions), "forbidden")
  return { kind: producer ? "producer" : "collective", id: payer.id, name: payer.name }
}
