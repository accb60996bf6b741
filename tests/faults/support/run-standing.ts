import { runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Run inside the backend (`medusa exec`): places what is due. */
export default async function runStanding({ container, args }: { container: MedusaContainer; args: string[] }): Promise<void> {
  await runStandingOrdersWorkflow(container).run({ input: { date: args[0]! } })
}
