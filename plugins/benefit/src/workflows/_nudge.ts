import { setTimeout as pause } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { drainOutbox } from "./_posting"

/** One drain at a time in this process; whoever comes while it runs asks for another round and need not wait. */
const drain = { isRunning: false, again: false }

/** An event comes before its request is answered: the sale goes first, and events close together share one drain. */
const AFTER_YOU_MS = 500

/** Drains the outbox soon. Never throws: what fails now is still in the outbox for the next tick. */
export async function nudge(container: MedusaContainer): Promise<void> {
  drain.again = true
  if (drain.isRunning) return
  drain.isRunning = true
  try {
    while (drain.again) {
      await pause(AFTER_YOU_MS, undefined, { ref: false })
      drain.again = false
      await drainOutbox(container)
    }
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`ledger: the outbox waits: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    drain.isRunning = false
  }
}
