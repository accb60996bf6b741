import type { WorkbenchModuleService } from "@fupin/institution/modules/workbench"
import { enterLotWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { dayFromNow, type Institutions } from "./institution"
import type { ScopeCase } from "./scope-cases"

/** A cooperative in 重庆 with a person of its own, and a code that nobody used. */
export async function openScopedWorkbench(container: MedusaContainer, { wuxi, potato, people }: Pick<Institutions, "wuxi" | "potato" | "people">) {
  const workbench = container.resolve<WorkbenchModuleService>("workbench")
  const act = { actor_id: "tester", at: new Date() }
  for (const code of ["AAAA-AAAA-AAAA-AAAA", "BBBB-BBBB-BBBB-BBBB"]) await workbench.invite(wuxi.id, { note: "", valid_days: 7 }, code, act)
  await workbench.join("AAAA-AAAA-AAAA-AAAA", { actor_id: people.stranger.customer_id, at: act.at, address: "10.0.0.1" })
  const [[member], invitations] = [await workbench.readMembers(wuxi.id), await workbench.readInvitations(wuxi.id)]
  const { result: lot } = await enterLotWorkflow(container).run({ input: { lot: { product_id: potato.product_id, producer_id: wuxi.id, made_on: dayFromNow(-1) }, entered_as: "staff", entered_by: "tester" } })
  return { lot, member_id: member!.id, invitation_id: invitations.find(({ used_at }) => used_at === null)!.id }
}

export function workbenchCases({ lot, member_id, invitation_id }: Awaited<ReturnType<typeof openScopedWorkbench>>, { wuxi, potato }: Pick<Institutions, "wuxi" | "potato">): ScopeCase[] {
  return [
    { route: "GET /admin/institution/producers/:id/people", id: wuxi.id },
    { route: "POST /admin/institution/producers/:id/invitations", id: wuxi.id, body: { note: "社长" } },
    { route: "POST /admin/institution/producers/:id/standing", id: wuxi.id, body: { act: "stop", reason: "抽检不合格" } },
    { route: "POST /admin/institution/producer-invitations/:id/revoke", id: invitation_id },
    { route: "POST /admin/institution/producer-members/:id/end", id: member_id },
    { route: "POST /admin/provenance/products/:id/lots", id: potato.product_id, body: { made_on: dayFromNow(0) } },
    { route: "POST /admin/provenance/lots/:id/withdraw", id: lot.id, body: { reason: "登记有误，重新登记" } },
  ]
}
