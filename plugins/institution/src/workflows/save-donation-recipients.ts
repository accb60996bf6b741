import type { DonationRecipientInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DONATION_MODULE, type DonationModuleService } from "../modules/donation"

interface SaveRecipients {
  recipients: DonationRecipientInput[]
  actor_id: string
}

const saveRecipientsStep = createStep("save-donation-recipients", async ({ recipients, actor_id }: SaveRecipients, { container }) => {
  const ids = await container.resolve<DonationModuleService>(DONATION_MODULE).saveRecipients(recipients, actor_id)
  return new StepResponse({ ids })
})

const openRecipientStep = createStep("open-donation-recipient", async ({ id, is_open }: { id: string; is_open: boolean }, { container }) => {
  await container.resolve<DonationModuleService>(DONATION_MODULE).updateDonationRecipients({ id, closed_at: is_open ? null : new Date() })
  return new StepResponse({ id })
})

/** Units that take goods given, found again by name and county. */
export const saveDonationRecipientsWorkflow = createWorkflow("save-donation-recipients", (input: SaveRecipients) => new WorkflowResponse(saveRecipientsStep(input)))

/** A unit takes gifts again, or no more; what was bought for it before is delivered. */
export const openDonationRecipientWorkflow = createWorkflow("open-donation-recipient", (input: { id: string; is_open: boolean }) => new WorkflowResponse(openRecipientStep(input)))
