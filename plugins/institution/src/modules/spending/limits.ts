import { allowed, refusal } from "@fupin/access"
import type { ApprovalPolicyInput, BudgetFigure, BudgetInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { businessDay } from "../../domain/business-day"
import { decidePolicy } from "../../domain/spending/approval-policy"
import { decideBudget } from "../../domain/spending/own-entry"
import { readCommitted } from "./committed"
import { appendBudget, type Entrant } from "./entries"
import { lockSpending, rowsOf } from "./sql"
import { readUnit } from "./unit"

/** A new version of who approves what; earlier ones stay readable. Errors: invalid_policy, unknown_approver. */
export async function savePolicy(transaction: Knex, organisation_id: string, { tiers, request_days, approval_days }: ApprovalPolicyInput, changed_by: string, at: Date): Promise<void> {
  allowed(decidePolicy(tiers))
  await lockSpending(transaction, [organisation_id])
  const { approvers } = await readUnit(transaction, organisation_id)
  if (tiers.some((tier) => tier.approvers.some((id) => !approvers.includes(id)))) throw refusal("invalid_data", "unknown_approver")
  await transaction.raw("insert into spending_policy (organisation_id, tiers, request_days, approval_days, changed_by, changed_at) values (:organisation_id, :tiers, :request_days, :approval_days, :changed_by, :at)",
    { organisation_id, tiers: JSON.stringify(tiers), request_days, approval_days, changed_by, at } as never)
}

/** The year's budget of one purpose, found again by organisation, year and purpose. Errors: those of `decideBudget`. */
export async function saveBudget(transaction: Knex, organisation_id: string, budget: BudgetInput, entrant: Entrant): Promise<void> {
  const { year, purpose, amount_fen } = budget
  await lockSpending(transaction, [organisation_id])
  const taken = (await readCommitted(transaction, [organisation_id], [])).find((one) => one.kind === purpose && one.year === year)
  allowed(decideBudget(entrant.side, budget, taken?.fen ?? 0, businessDay(entrant.at)))
  const [held] = await rowsOf<{ amount_fen: number }>(transaction, "select amount_fen::float8 as amount_fen from spending_budget where organisation_id = :organisation_id and year = :year and purpose = :purpose", { organisation_id, year, purpose })
  await transaction.raw(`insert into spending_budget (organisation_id, year, purpose, amount_fen, changed_by, changed_at) values (:organisation_id, :year, :purpose, :amount_fen, :changed_by, :at)
    on conflict (organisation_id, year, purpose) do update set amount_fen = excluded.amount_fen, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  { organisation_id, year, purpose, amount_fen, changed_by: entrant.by, at: entrant.at } as never)
  await appendBudget(transaction, organisation_id, budget, held?.amount_fen ?? null, entrant)
}

/** Budgets of an organisation with what is taken and left; of one year, or all. */
export async function readBudgets(connection: Knex, organisation_id: string, year: number | null): Promise<BudgetFigure[]> {
  const rows = await rowsOf<{ year: number; purpose: BudgetFigure["purpose"]; amount_fen: number }>(connection, `select year, purpose, amount_fen::float8 as amount_fen from spending_budget
    where organisation_id = :organisation_id and (:year::integer is null or year = :year) order by year desc, purpose desc`, { organisation_id, year })
  const committed = rows.length === 0 ? [] : await readCommitted(connection, [organisation_id], [])
  return rows.map(({ amount_fen, ...row }) => {
    const committed_fen = committed.find((one) => one.kind === row.purpose && one.year === row.year)?.fen ?? 0
    return { ...row, budget_fen: amount_fen, committed_fen, left_fen: amount_fen - committed_fen }
  })
}
