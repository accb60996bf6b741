import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { openOf } from "../domain/preorder/book"
import { moneyOf, payNext } from "../domain/preorder/contract"
import type { Payable } from "../domain/statement/match-row"
import { readOrganisations, unique } from "../reads/plans"
import { preordersOf } from "./facts"

/** Pre-production contracts by their number: as advances, up to what the contract comes to. */
export async function payablePreorders(container: MedusaContainer, codes: string[]): Promise<Payable[]> {
  const today = businessDay(new Date())
  const rows = await preordersOf(container).readContracts({ numbers: codes })
  const names = new Map((await readOrganisations(container, { id: unique(rows.map(({ organisation_id }) => organisation_id)) })).map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    kind: "preorder" as const, id: row.id, number: row.number!, organisation_id: row.organisation_id, organisation_name: names.get(row.organisation_id) ?? "", open_fen: openOf(moneyOf(row)), step_fen: payNext(row, today),
    closed: row.state === "running" || row.state === "done" ? null : `预购合同 ${row.number} 已经终止，请退回`,
  }))
}

/** Codes of contracts of these units that may still be paid. */
export async function codesOfPreorders(container: MedusaContainer, organisation_ids: string[]): Promise<string[]> {
  const rows = await preordersOf(container).readContracts({ organisation_ids })
  return rows.flatMap(({ state, number }) => (state === "running" && number !== null ? [number] : []))
}
