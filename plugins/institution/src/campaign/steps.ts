import { allowed, refusal } from "@fupin/access"
import { recordAcceptanceWorkflow } from "@fupin/benefit/workflows"
import type { CampaignState, CampaignStep } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideMove } from "../domain/campaign/decide-campaign"
import { decideDefaults } from "../domain/campaign/decide-choice"
import type { CampaignRow } from "../modules/campaign/service"
import { beginPlacing } from "./begin-placing"
import { eraseAddresses } from "./erase"
import { availableReader, campaignsOf, requireCertified } from "./facts"
import { releaseCampaign } from "./spending"

/** One step of a campaign's way; the same step twice is refused or goes on where it stopped. */
export async function takeStep(container: MedusaContainer, campaign: CampaignRow, { step, reason }: CampaignStep, by: string): Promise<void> {
  const module = campaignsOf(container)
  switch (step) {
    case "open": return await open(container, campaign)
    case "close": return await module.close(campaign.id, await availableReader(container))
    case "reopen": return await giveBack(container, campaign.id, "collecting", () => module.reopen(campaign.id))
    case "place": return await beginPlacing(container, campaign.id, by)
    case "arrive": return await arrive(container, campaign, by)
    case "finish": return await module.finish(campaign.id)
    case "erase": return await eraseAddresses(container, campaign.id)
    case "cancel": return await cancel(container, campaign, reason)
  }
}

/** Errors: campaign_incomplete, pack_default_required, pack_not_certified, campaign_state. */
async function open(container: MedusaContainer, { id }: CampaignRow): Promise<void> {
  const module = campaignsOf(container)
  const [packs, [minutes], counts] = await Promise.all([module.readPacks([id]), module.readMinutes([id]), module.readCounts([id])])
  const { members = 0, halal = 0 } = counts.get(id) ?? {}
  if (packs.length === 0 || !minutes || members === 0) throw refusal("not_allowed", "campaign_incomplete")
  allowed(decideDefaults(packs, halal > 0), "not_allowed")
  await requireCertified(container, packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), new Date())
  await module.move(id, "collecting")
}

/** The packs are there: those for collective pick-up are accepted by the union, so that their benefit becomes payable. Error: campaign_state. */
async function arrive(container: MedusaContainer, campaign: CampaignRow, by: string): Promise<void> {
  if (campaign.state !== "ordered") throw refusal("conflict", "campaign_state")
  const collected = (await campaignsOf(container).readOrders(campaign.id, "gift")).filter(({ recipient_id, state }) => recipient_id === null && state === "placed")
  for (const { id } of collected) {
    await recordAcceptanceWorkflow(container).run({ input: { order_id: id, source: `campaign:${campaign.id}`, accepted_at: new Date().toISOString(), actor_id: by, lines: "all" } })
  }
  await campaignsOf(container).move(campaign.id, "handing_out")
}

async function cancel(container: MedusaContainer, { id }: CampaignRow, reason: string): Promise<void> {
  if (reason === "") throw refusal("invalid_data", "invalid_input", "请说明取消的原因")
  await giveBack(container, id, "cancelled", () => campaignsOf(container).move(id, "cancelled", reason))
}

/**
 * Gives back what is reserved, then takes the campaign out of placing, while nobody places it: what dies in between leaves a closed
 * campaign that reserves anew, never one whose orders nothing is reserved for. Error: campaign_state.
 */
async function giveBack(container: MedusaContainer, id: string, to: CampaignState, move: () => Promise<void>): Promise<void> {
  await campaignsOf(container).exclusively(id, async ({ state }) => {
    allowed(decideMove(state, to), "conflict")
    await releaseCampaign(container, id)
    await move()
  })
}
