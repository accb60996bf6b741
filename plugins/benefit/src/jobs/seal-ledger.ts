import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"

/** Behind the sales, never in their way: what was posted is sealed within seconds. */
export default async function sealLedger(container: MedusaContainer): Promise<void> {
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).sealInLull(new Date())
}

export const config = { name: "seal-ledger", schedule: { interval: 5_000 } }
