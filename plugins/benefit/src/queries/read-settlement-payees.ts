import type { MedusaContainer } from "@medusajs/framework/types"
import { shanghaiDay } from "../domain/period"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import type { HouseholdRow } from "../modules/household/prepare"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import type { NamedSuccessor, ResolvePayees } from "../modules/settlement/service"

/** Who gets a beneficiary's money. The account is in clear: whoever shows it must have appended to the access log before. */
export interface ClearPayee {
  payee_name: string
  account: string | null
  successor_id: string | null
  /** The households whose personal data this is. */
  household_ids: string[]
}

/** Payees of these beneficiaries now: the person named for it, else the household that took the place, else their own. */
export async function readPayees(container: MedusaContainer, beneficiaryIds: string[]): Promise<Map<string, ClearPayee>> {
  if (beneficiaryIds.length === 0) return new Map()
  const settlements: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const persons = new Map((await settlements.readSuccessors({ beneficiary_ids: beneficiaryIds })).map((successor) => [successor.beneficiary_id, successor]))
  const households = await module.readSuccessors(beneficiaryIds, shanghaiDay(new Date()))
  const ids = [...new Set([...beneficiaryIds, ...households.values()])]
  const rows = new Map((await module.listHouseholds({ id: ids }, { take: ids.length })).map((row) => [row.id, { ...row, statuses: [] } as HouseholdRow]))
  return new Map(beneficiaryIds.map((id) => [id, payeeOf(module, id, rows.get(households.get(id)!)!, persons.get(id))]))
}

function payeeOf(module: HouseholdModuleService, id: string, row: HouseholdRow, person: NamedSuccessor | undefined): ClearPayee {
  if (!person) return { payee_name: row.payee_name, account: module.openFields(row).bank_account, successor_id: row.id === id ? null : row.id, household_ids: [...new Set([id, row.id])] }
  const account = person.bank_account_sealed && module.personal.open(`${person.id}:bank_account`, person.bank_account_sealed)
  return { payee_name: person.payee_name, account, successor_id: person.id, household_ids: [id] }
}

/** The same with keyed marks in place of the account. */
export function resolvePayees(container: MedusaContainer): ResolvePayees {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  return async (beneficiaryIds) => new Map([...(await readPayees(container, beneficiaryIds))].map(([id, { payee_name, account, successor_id }]) =>
    [id, { payee_name, successor_id, account_marks: account === null ? [] : module.personal.blindIndexes("bank_account", account) }]))
}
