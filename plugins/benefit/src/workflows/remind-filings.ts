import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { Modules } from "@medusajs/framework/utils"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"
import { readReminders } from "../queries/read-filings"

/** The channel that core's own provider delivers: the bell of the admin. */
const FEED = "feed"

const remindFilingsStep = createStep("remind-filings", async ({ now: at }: { now: Date | string }, { container }) => {
  const now = new Date(at)
  await container.resolve<FilingModuleService>(FILING_MODULE).openFilings(now)
  const reminders = await readReminders(container, null, now)
  // The key makes it one for each filing and kind, however often and wherever this runs.
  const made = reminders.map(({ filing_id, unit_name, period, due_day, kind }) => ({
    to: "", channel: FEED, template: "admin-ui", resource_id: filing_id, resource_type: "filing", idempotency_key: `${filing_id}:${kind}`,
    data: { title: kind === "overdue" ? `${unit_name} ${period} 填报已逾期` : `${unit_name} ${period} 填报即将到期`, description: `应于 ${due_day} 前报送附件1、附件2及发票或凭证` },
  }))
  if (made.length > 0) await container.resolve(Modules.NOTIFICATION).createNotifications(made)
  return new StepResponse({ due: reminders.length })
})

/** Opens filings that have begun and puts each reminder into the admin's bell, once. */
export const remindFilingsWorkflow = createWorkflow("remind-filings", (input: { now: Date | string }) => new WorkflowResponse(remindFilingsStep(input)))
