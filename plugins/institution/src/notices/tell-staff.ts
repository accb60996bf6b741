import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { businessDay } from "../domain/business-day"
import { isRunOverdue, troubleOf } from "../domain/run-health"
import { institutionOf } from "../reads/plans"
import { statementsOf } from "../statement"
import { noticesOf } from "."

interface Bell {
  /** The same bell has the same key, however often it is rung. */
  key: string
  about: { id: string; type: "statement" | "standing_run" }
  title: string
  description: string
}

/**
 * Rings the admin's bell, once for each matter however often this runs. The bell knows no regions, so it says numbers alone: whose it
 * is stands behind a page that does.
 */
export async function tellStaff(container: MedusaContainer, now: Date): Promise<void> {
  await noticesOf(container).alone("tell-staff", async () => {
    const made = [...(await readDisputes(container)), ...(await readRunTroubles(container, now))]
      .map(({ key, about, ...data }) => ({ to: "", channel: "feed", template: "admin-ui", resource_id: about.id, resource_type: about.type, idempotency_key: key, data }))
    if (made.length > 0) await container.resolve(Modules.NOTIFICATION).createNotifications(made)
  })
}

/** A statement in dispute, once a revision. */
async function readDisputes(container: MedusaContainer): Promise<Bell[]> {
  const disputed = await statementsOf(container).readStatements({ states: ["disputed"] })
  return disputed.map(({ id, number, revision }) => ({ key: `${id}:dispute:${revision}`, about: { id, type: "statement" }, title: `对账单 ${number} 有异议`, description: "请在“对账与收款”里逐行核对并处理" }))
}

/** The hourly run of standing orders: what went wrong with the last one, again only when that changes or on another day; and that none comes any more. */
async function readRunTroubles(container: MedusaContainer, now: Date): Promise<Bell[]> {
  const { last, well, since } = await institutionOf(container).readLastRuns()
  if (!last) return []
  const about = { id: last.id, type: "standing_run" } as const
  const trouble = troubleOf(last)
  const wrong: Bell[] = trouble ? [{
    key: `standing-run:${businessDay(last.started_at)}:${trouble.failed}:${trouble.missing}:${last.error === null ? "" : "error"}`, about, title: "定向认购每小时任务有问题", description: `${trouble.sentence}，请打开“定向认购”查看`,
  }] : []
  const late: Bell[] = isRunOverdue(well?.ended_at ?? null, since, now) ? [{ key: `standing-run:overdue:${well?.id ?? "never"}`, about, title: "定向认购每小时任务没有按时完成", description: "配送可能没有下单，请检查后台任务，必要时在“定向认购”里手动下单" }] : []
  return [...wrong, ...late]
}
