import type { MedusaContainer } from "@medusajs/framework/types"
import { eraseHouseholdsWorkflow } from "../workflows/erase-households"

/** Every night at 04:10 (Asia/Shanghai, asserted at boot): identities whose vouchers need no longer be kept. */
export default async function eraseHouseholds(container: MedusaContainer): Promise<void> {
  await eraseHouseholdsWorkflow(container).run({ input: { at: new Date().toISOString(), actor_id: "nightly" } })
}

export const config = { name: "erase-households", schedule: "10 4 * * *" }
