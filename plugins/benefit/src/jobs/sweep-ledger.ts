import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileBenefitWorkflow } from "../workflows/reconcile"

/** Every night at 03:30 (Asia/Shanghai, asserted at boot): whatever no trigger told, and deliveries whose days have passed. */
export default async function sweepLedger(container: MedusaContainer): Promise<void> {
  await reconcileBenefitWorkflow(container).run({ input: {} })
}

export const config = { name: "sweep-ledger", schedule: "30 3 * * *" }
