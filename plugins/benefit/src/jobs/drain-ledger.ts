import { hostname } from "node:os"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"
import { nudge } from "../workflows/_nudge"

/** The worker's tick. Events make it quicker; this makes it certain. A lost connection costs one tick. */
export default async function drainLedger(container: MedusaContainer): Promise<void> {
  await nudge(container)
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).beat(`${hostname()}:${process.pid}`)
}

export const config = { name: "drain-ledger", schedule: { interval: 5_000 } }
