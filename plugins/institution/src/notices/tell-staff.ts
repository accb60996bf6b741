import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { statementsOf } from "../statement"

/**
 * A statement in dispute rings the admin's bell, once a revision however often this runs. The bell knows no regions, so it says the
 * number alone: whose it is stands behind a page that does.
 */
export async function tellStaff(container: MedusaContainer): Promise<void> {
  const disputed = await statementsOf(container).readStatements({ states: ["disputed"] })
  const made = disputed.map(({ id, number, revision }) => ({
    to: "", channel: "feed", template: "admin-ui", resource_id: id, resource_type: "statement", idempotency_key: `${id}:dispute:${revision}`,
    data: { title: `对账单 ${number} 有异议`, description: "请在“对账与收款”里逐行核对并处理" },
  }))
  if (made.length > 0) await container.resolve(Modules.NOTIFICATION).createNotifications(made)
}
