import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { JobRow } from "../modules/campaign/jobs"
import { campaignsOf } from "./facts"
import { placeSome } from "./place"
import { receiveSome } from "./receive"

/** One step of a long work: how far it is, and whether anything is left. */
export type Step = (container: MedusaContainer, campaignId: string) => Promise<{ done: number; refused: number; isOver: boolean }>

/** Looked up when it runs: `receive` itself begins jobs, so the two files load each other. */
const stepOf = (kind: JobRow["kind"]): Step => ({ place: placeSome, receive: receiveSome })[kind]

/** Begins a job in this process and answers at once; whoever asks on sees its row. */
export function workOn(container: MedusaContainer, job: JobRow): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  // Not even its end could be written: the next process takes it up once its lease has run out.
  runJob(container, job).catch((error: Error) => logger.error(`campaign job ${job.id} could not be ended: ${error.name}`))
}

/**
 * Takes a job up and goes on until nothing is left; another process that has it is left alone. What is done is in the rows, so a
 * process that dies in between is followed by the next one without doubles.
 */
export async function runJob(container: MedusaContainer, job: JobRow): Promise<void> {
  const module = campaignsOf(container)
  const holder = randomUUID()
  try {
    if (!(await module.holdJob(job.id, holder, null))) return
    for (;;) {
      const { isOver, ...progress } = await stepOf(job.kind)(container, job.campaign_id)
      if (!(await module.holdJob(job.id, holder, progress))) return
      if (isOver && (await module.endJob(job.id, holder, "done", null))) return
    }
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`campaign job ${job.id} broke off: ${error instanceof Error ? error.name : "unknown"}`)
    await module.endJob(job.id, holder, "failed", "处理中断，请再点一次继续；已完成的不会重复")
  }
}
