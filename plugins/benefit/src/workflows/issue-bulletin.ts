import type { BulletinInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { shanghaiDay } from "../domain/period"
import { bulletinPaper } from "../papers/bulletin"
import { issuePaper, type IssuedPaper } from "../papers/issue-paper"
import { readTemplate } from "../papers/paper-dress"
import { readPerformance } from "../queries/read-performance"

export type IssueBulletin = BulletinInput & { actor_id: string; now: Date | string }

const issueBulletinStep = createStep("issue-bulletin", async ({ year, region, reason, actor_id, now: at }: IssueBulletin, { container }) => {
  const now = new Date(at)
  const performance = await readPerformance(container, { year, region, regions: [region] }, now)
  const { unit_name } = await readTemplate(container, region)
  const day = shanghaiDay(now)
  const issued = await issuePaper(container, {
    kind: "bulletin", subject: { kind: "regions", id: region }, period: day.startsWith(String(year)) ? day.slice(0, 7) : `${year}-12`, regions: [region],
    paper: bulletinPaper(performance), title: `${performance.place}${year} 年消费帮扶情况通报`, unit_name, issued_by: actor_id, reason,
  })
  return new StepResponse<IssuedPaper>(issued)
})

/** Freezes a region's figures of a year as a numbered document (R63). Error: document_differs, where this month's says something else and no reason is given. */
export const issueBulletinWorkflow = createWorkflow("issue-bulletin", (input: IssueBulletin) => new WorkflowResponse(issueBulletinStep(input)))
