import { runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Run inside the backend (`medusa exec`): places what is due and is killed before it can say so. */
export default async function runAndDie({ container, args }: { container: MedusaContainer; args: string[] }): Promise<void> {
  const institution = container.resolve<{ recordOutcomes: () => Promise<never> }>("institution")
  institution.recordOutcomes = async () => {
    process.kill(process.pid, "SIGKILL")
    return new Promise<never>(() => undefined)
  }
  await runStandingOrdersWorkflow(container).run({ input: { date: args[0]! } })
}
