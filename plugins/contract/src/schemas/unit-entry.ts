import { z } from "zod"
import { AcceptanceRuleInput } from "./receiving.js"
import { HeadcountInput } from "./share.js"
import { BudgetFigure, BudgetInput, PurchaseKind } from "./spending.js"

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")
const ofUnit = { organisation_id: Id }

/** `POST /store/institution/budgets`, by a manager or finance: this year's or next year's budget, never below what is taken of it. */
export const UnitBudgetInput = BudgetInput.extend(ofUnit)
export type UnitBudgetInput = z.infer<typeof UnitBudgetInput>

/** `POST /store/institution/headcounts`, by a manager or finance: from this month on. */
export const UnitHeadcountInput = HeadcountInput.extend(ofUnit)
export type UnitHeadcountInput = z.infer<typeof UnitHeadcountInput>

/** `POST /store/institution/acceptance-rule`, by a manager. */
export const UnitAcceptanceRuleInput = AcceptanceRuleInput.extend(ofUnit)
export type UnitAcceptanceRuleInput = z.infer<typeof UnitAcceptanceRuleInput>

/** `GET /store/institution/entries` */
export const UnitEntriesQuery = z.strictObject(ofUnit)

/** Who said what of a unit: a budget in fen, members on a day, or whether acceptance needs a second signature (1 or 0). `before`: what stood there. */
export const UnitEntry = z.object({
  what: z.enum(["budget", "headcount", "second_signature"]), year: z.number().nullable(), purpose: PurchaseKind.nullable(), on_day: z.string().nullable(),
  value: z.number(), before: z.number().nullable(), evidence: z.string(), side: z.enum(["office", "unit"]), by: z.string(), at: z.string(),
})
export type UnitEntry = z.infer<typeof UnitEntry>

/** What a unit's figures are now, and who entered them, the latest first; staff read the same at `GET /admin/institution/organisations/:id/entries`. */
export const UnitEntries = z.object({ second_signature: z.boolean(), budgets: z.array(BudgetFigure), headcounts: z.array(z.object({ on_day: z.string(), members: z.number(), evidence: z.string() })), entries: z.array(UnitEntry) })
export type UnitEntries = z.infer<typeof UnitEntries>
