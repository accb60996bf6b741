import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readLastEntries } from "../queries/read-last-entries"

export interface EraseHouseholds {
  /** The moment by whose clock retention has ended, ISO. */
  at: string
  actor_id: string
}

/** What still waits is no failure. */
const WAITING = new Set(["retention_runs", "still_member", "no_erasure_request"])

const eraseHouseholdsStep = createStep("erase-households", async ({ at, actor_id }: EraseHouseholds, { container }) => {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const ids = await module.readErasable()
  const entries = await readLastEntries(container, ids)
  const act = { by: actor_id, at: new Date(at), reason: "凭证保存期满，按申请删除身份信息" }
  const erased: string[] = []
  for (const id of ids) if (await erase(container, id, entries.get(id) ?? null, act)) erased.push(id)
  return new StepResponse({ waiting: ids.length - erased.length, erased })
})

async function erase(container: MedusaContainer, id: string, lastEntryOn: string | null, act: { by: string; at: Date; reason: string }): Promise<boolean> {
  try {
    await container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).eraseIdentity(id, lastEntryOn, act)
    return true
  } catch (error) {
    if (error instanceof MedusaError && WAITING.has(String(error.code))) return false
    throw error
  }
}

/** Removes the identity of every household whose request waits and whose vouchers need no longer be kept. Answers how many still wait. */
export const eraseHouseholdsWorkflow = createWorkflow("erase-households", (input: EraseHouseholds) => new WorkflowResponse(eraseHouseholdsStep(input)))
