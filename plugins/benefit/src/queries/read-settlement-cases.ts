import type { SettlementCases, SettlementHold, SettlementSuccessor, SettlementWriteOff } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskAccount, maskName } from "../domain/mask"
import { regionPrefix } from "../domain/place"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import { readNamedBeneficiaries } from "./read-settlement-names"
import { settlementRows } from "./read-settlements"

type Raw<Case> = Omit<Case, "beneficiary"> & { beneficiary_id: string }

const who = (act: string) => `case when c.${act}_at is not null then json_build_object('by', c.${act}_by, 'at', c.${act}_at) end as ${act}`

/** Holds, successors and write-offs of households in these regions: open ones first, at most 200 of each. */
export async function readSettlementCases(container: MedusaContainer, regions: string[]): Promise<SettlementCases> {
  const prefixes = regions.includes("*") ? null : regions.map((region) => `${regionPrefix(region)}%`)
  const list = <Row>(table: string, columns: string, closed: string) => settlementRows<Row>(container,
    `select c.id, c.beneficiary_id, c.reason, ${columns} from settlement_${table} c join household h on h.id = c.beneficiary_id
     where (:prefixes::text[] is null or h.region_code like any(:prefixes)) order by ${closed}, c.id desc limit 200`, { prefixes })
  const holds = await list<Raw<SettlementHold>>("hold", `${who("held")}, ${who("released")}, c.release_reason`, "c.released_at is not null")
  const successors = await list<Raw<SettlementSuccessor> & { sealed: string | null }>("successor",
    `c.cause, c.payee_name, c.bank_account_sealed as sealed, ${who("named")}, ${who("approved")}, ${who("ended")}`, "c.ended_at is not null")
  const writeOffs = await list<Raw<SettlementWriteOff>>("write_off", `c.amount_fen::float8 as amount_fen, c.bearer, c.state, ${who("proposed")}, ${who("decided")}`, "c.state <> 'proposed'")
  const named = await readNamedBeneficiaries(container, [...holds, ...successors, ...writeOffs].map(({ beneficiary_id }) => beneficiary_id))
  const withName = <Case>({ beneficiary_id, ...row }: Case & { beneficiary_id: string }) => ({ ...row, beneficiary: named.get(beneficiary_id)! })
  const households: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const settlements: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  return {
    holds: holds.map(withName), write_offs: writeOffs.map(withName), settings: await settlements.listSettings(),
    successors: successors.map(({ sealed, ...row }) => ({ ...withName(row), payee_name: maskName(row.payee_name), bank_account: sealed && maskAccount(households.personal.open(`${row.id}:bank_account`, sealed)) })),
  }
}
