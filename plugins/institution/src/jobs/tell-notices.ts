import type { MedusaContainer } from "@medusajs/framework/types"
import { mailNotices } from "../notices/mail"
import { tellNotices } from "../notices/tell"
import { tellStaff } from "../notices/tell-staff"

/** Every minute: people hear of what was committed, at the desk and by mail; staff at the admin's bell. */
export default async function tellNoticesJob(container: MedusaContainer): Promise<void> {
  const now = new Date()
  await tellNotices(container, now)
  await tellStaff(container, now)
  await mailNotices(container, now)
}

export const config = { name: "tell-notices", schedule: "* * * * *" }
