import { saveMembersWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { signInCustomer } from "./customer"
import { dayFromNow, openInstitutions } from "./institution"
import { signInStaff } from "./staff"

export type Person = Awaited<ReturnType<typeof signInCustomer>>

/** A school with two approvers, one of whom also buys, and the office that looks after it. */
export async function openSpending(container: MedusaContainer) {
  const world = await openInstitutions(container)
  const [head, deputy, both] = await Promise.all(["head", "deputy", "both"].map((name) => signInCustomer(container, world.store, `${name}@example.cn`, name)))
  const roles = [["head", "approver"], ["deputy", "approver"], ["both", "approver"], ["both", "buyer"]] as const
  await saveMembersWorkflow(container).run({ input: { organisation_id: world.school.id, members: roles.map(([name, role]) => ({ email: `${name}@example.cn`, role })), verified: true, actor_id: "tester" } })
  return { ...world, office: await signInStaff(container, "office"), unit: world.school, head: head!, deputy: deputy!, both: both!, buyer: world.people.buyer as Person, viewer: world.people.viewer as Person }
}
export type SpendingWorld = Awaited<ReturnType<typeof openSpending>>

/** Two coming days, and a plan that delivers potatoes (¥36.00 each) on the first. */
export const FIRST = dayFromNow(3)
export const weekdayOf = (date: string) => new Date(date).getUTCDay() || 7
