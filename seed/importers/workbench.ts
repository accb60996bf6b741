import { WORKBENCH_MODULE, type WorkbenchModuleService } from "@fupin/institution/modules/workbench"
import { newCode } from "@fupin/institution/spending/invitations"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readData } from "../lib/data"
import type { People, PeopleSeed } from "./people"

/** People of producers join by a code, as anyone would; who acts for a producer already is left alone. */
export async function importWorkbench(container: MedusaContainer, producers: Record<string, string>, people: People, now: Date): Promise<void> {
  const workbench = container.resolve<WorkbenchModuleService>(WORKBENCH_MODULE)
  for (const { email, name, producer } of readData<PeopleSeed>("people.json").accounts) {
    const customerId = people.customers[email]!
    if (!producer || (await workbench.readMemberships(customerId)).length > 0) continue
    const code = newCode()
    await workbench.invite(producers[producer]!, { note: name, valid_days: 7 }, code, { actor_id: people.staff.office, at: now })
    await workbench.join(code, { actor_id: customerId, at: now, address: "127.0.0.1" })
  }
}
