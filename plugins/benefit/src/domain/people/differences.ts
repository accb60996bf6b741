import type { ProposalDifference } from "@fupin/contract/schemas"
import { maskAccount, maskIdNumber, maskName, maskPhone } from "../mask"
import type { ProposedChange } from "@fupin/contract/schemas"

type Added = Extract<ProposedChange, { kind: "add" }>["household"]

/** Who weighs what in one agreement, before and after. */
export interface AgreementChange {
  number: string
  before: { id: string; weight: number }[]
  after: { id: string; weight: number }[]
}

/** What a new household would say, masked; `place` names its village. */
export function planAddition(household: Added, place: string): ProposalDifference[] {
  const { code, kind, name, payee_name, id_number, phone, bank_account, statuses, name_consent_on } = household
  const shown: Record<string, string | null | undefined> = {
    code, kind, name: kind === "collective" ? name : maskName(name), payee_name: payee_name && maskName(payee_name), region_code: place || household.region_code,
    statuses: statuses.map(({ status, valid_from }) => `${status} ${valid_from}`).join(" ") || null,
    id_number: id_number && maskIdNumber(id_number), phone: phone && maskPhone(phone), bank_account: bank_account && maskAccount(bank_account), name_consent_on,
  }
  return Object.entries(shown).flatMap(([field, after]) => (after ? [{ field, before: null, after }] : []))
}

/** One line for each agreement whose members would change: those two households' weights in it. `nameOf` shows a household. */
export function planAgreements(changes: readonly AgreementChange[], ids: readonly string[], nameOf: (id: string) => string): ProposalDifference[] {
  const shares = (members: AgreementChange["before"]) =>
    members.filter(({ id }) => ids.includes(id)).map(({ id, weight }) => `${nameOf(id)} ${weight}`).join("、") || null
  return changes.map(({ number, before, after }) => ({ field: number, before: shares(before), after: shares(after) }))
}
