import type { UnitEntries } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { spendingOf } from "../spending"
import { statementsOf } from "../statement"
import { readNames } from "./people"

/** What a unit's figures are and who entered them, the latest first. Staff act for the office: a unit reads no names of theirs. */
export async function showEntries(container: MedusaContainer, organisationId: string): Promise<UnitEntries> {
  const [spending, statements] = [spendingOf(container), statementsOf(container)]
  const [second_signature, headcounts, figures, rules, budgets] = await Promise.all([
    statements.wantsSecondSignature(organisationId), spending.readHeadcounts(organisationId), spending.readEntries(organisationId), statements.readRuleChanges(organisationId), spending.readBudgets(organisationId, null),
  ])
  const rows = [...figures, ...rules].sort((one, other) => new Date(other.at).getTime() - new Date(one.at).getTime())
  const nameOf = await readNames(container, rows.filter(({ side }) => side === "unit").map(({ by }) => by))
  return { second_signature, budgets, headcounts, entries: rows.map((row) => ({ ...row, by: row.side === "unit" ? nameOf(row.by) : "帮扶办", at: new Date(row.at).toISOString() })) }
}
