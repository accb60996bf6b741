import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { drawDueStatementsWorkflow } from "../workflows/draw-due-statements"

/** On the first of a month, in Asia/Shanghai, the month before is drawn. Asked every hour, so that downtime only delays it. */
export default async function drawStatements(container: MedusaContainer): Promise<void> {
  await drawDueStatementsWorkflow(container).run({ input: { today: businessDay(new Date()) } })
}

export const config = { name: "draw-statements", schedule: "35 * * * *" }
