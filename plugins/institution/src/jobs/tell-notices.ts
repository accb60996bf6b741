import type { MedusaContainer } from "@medusajs/framework/types"
import { mailNotices } from "../notices/mail"
import { tellNotices } from "../notices/tell"

/** Every minute: people hear of what was committed, at the desk and by mail. */
export default async function tellNoticesJob(container: MedusaContainer): Promise<void> {
  const now = new Date()
  await tellNotices(container, now)
  await mailNotices(container, now)
}

export const config = { name: "tell-notices", schedule: "* * * * *" }
