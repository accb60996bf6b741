import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Known } from "../domain/intake/plan-roster"
import { VOUCHER_MODULE, type VoucherModuleService } from "../modules/voucher"

/** Whom a row of an uploaded list may be for. */
export interface Matched {
  id: string
  code: string
  kind: "household" | "collective"
  name: string
  payee_name: string
  region_code: string
}

export interface Wanted {
  household_code: string | null
  id_number: string | null
}

/** Households that already have one of these numbers, under the blind indexes that a row may carry. */
export async function readKnown(container: MedusaContainer, wanted: readonly Wanted[]): Promise<{ byCode: Map<string, Known>; byIdNumber: (idNumber: string) => Known | null }> {
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  const indexes = module.idNumberIndexes([...new Set(wanted.flatMap(({ id_number }) => id_number ?? []))])
  const { rows }: { rows: Known[] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    "select id, code, region_code, id_number_index from household where deleted_at is null and (code = any(?) or id_number_index = any(?))",
    [wanted.flatMap(({ household_code }) => household_code ?? []), [...indexes.values()].flat()])
  const byIndex = new Map(rows.map((row) => [row.id_number_index, row]))
  return {
    byCode: new Map(rows.map((row) => [row.code, row])),
    byIdNumber: (idNumber) => indexes.get(idNumber)?.map((index) => byIndex.get(index)).find((row) => row !== undefined) ?? null,
  }
}

/** Households by the office's own number or by ID number, which is compared by its blind index alone. One query. */
export async function matchHouseholds(container: MedusaContainer, wanted: readonly Wanted[]): Promise<(row: Wanted) => Matched | null> {
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  const indexes = module.idNumberIndexes([...new Set(wanted.flatMap(({ id_number }) => id_number ?? []))])
  const codes = [...new Set(wanted.flatMap(({ household_code }) => household_code ?? []))]
  const { rows }: { rows: (Matched & { id_number_index: string | null })[] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select id, code, kind, name, payee_name, region_code, id_number_index from household
     where deleted_at is null and (code = any(?) or id_number_index = any(?))`, [codes, [...indexes.values()].flat()])
  const [byCode, byIndex] = [new Map(rows.map((row) => [row.code, row])), new Map(rows.map((row) => [row.id_number_index, row]))]
  return ({ household_code, id_number }) => {
    const found = [household_code === null ? undefined : byCode.get(household_code), id_number === null ? undefined : indexes.get(id_number)?.map((index) => byIndex.get(index)).find((row) => row !== undefined)]
    const asked = found.filter((_row, place) => (place === 0 ? household_code : id_number) !== null)
    return asked.length > 0 && asked.every((row) => row !== undefined && row.id === asked[0]!.id) ? asked[0]! : null
  }
}
