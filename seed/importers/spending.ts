import type { PlanKind } from "@fupin/contract/schemas"
import { askApprovalsWorkflow, saveSpendingWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readData } from "../lib/data"
import type { OrganisationSeed } from "./organisations"

interface SpendingSeed {
  organisation: string
  free_up_to_fen: number
  budget_fen: number
  plans: { kind: PlanKind; title: string; target_fen: number | null; baseline_fen: number | null; origins: string[] }[]
}

/** Who approves what, the year's budget and its plans; coming deliveries are put before their approvers. What was delivered before was ordered without. */
export async function importSpending(container: MedusaContainer, staffId: string, today: string): Promise<void> {
  const organisations = readData<OrganisationSeed[]>("organisations.json")
  const year = Number(today.slice(0, 4))
  const units = readData<SpendingSeed[]>("spending.json").map(({ organisation, free_up_to_fen, budget_fen, plans }) => {
    const { uscc, name } = organisations.find(({ key }) => key === organisation)!
    return {
      organisation_uscc: uscc,
      policy: { tiers: [{ up_to_fen: free_up_to_fen, mode: "none" as const, approvers: [] }, { up_to_fen: null, mode: "any" as const, approvers: [] }], request_days: 14, approval_days: 30 },
      budgets: [{ year, purpose: "delivery" as const, amount_fen: budget_fen }],
      plans: plans.map(({ origins, ...plan }) => ({ ...plan, year, rate_bp: null, member_floor_fen: null, member_cap_fen: null, eligible: { platforms: ["here" as const, "platform_832" as const], sources: ["canteen" as const], origins } })),
      invoice_title: { title: name, tax_number: uscc, bank: "", account: "", address: "", is_default: true },
    }
  })
  await saveSpendingWorkflow(container).run({ input: { units, actor_id: staffId } })
  await askApprovalsWorkflow(container).run({ input: { today } })
}
