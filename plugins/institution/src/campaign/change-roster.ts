import { refusal } from "@fupin/access"
import type { RosterChange, RosterChangeInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { orderKey, phoneKeys } from "../keys"
import type { Joined, LateWorld } from "../modules/campaign/late"
import type { CampaignModuleService, CampaignRow } from "../modules/campaign/service"
import { campaignsOf, requireCertified } from "./facts"
import { readerOf } from "./remedy"
import { workOn } from "./run-job"
import { askForJoiner, lowerForLeaver, reserveJoiner } from "./spending"

const WAITING = "超出已批准的金额，已提交单位审批；批准后请再点一次“确认”"

/** While nobody places, opens or cancels the campaign: orders are planned from the roster before they are laid down. */
async function alone<T>(module: CampaignModuleService, id: string, act: () => Promise<T>): Promise<T> {
  const done: T[] = []
  await module.exclusively(id, async () => done.push(await act()))
  return done[0]!
}

/**
 * One joins late or leaves after the choosing closed, or (`check`) what that would bring. Members, packs, orders and what is reserved
 * change in one transaction; an approval that is missing is asked for once that is taken back. Errors: pack_not_certified, those of the module and the gate.
 */
export async function changeRoster(container: MedusaContainer, campaign: CampaignRow, { mode, ...input }: RosterChangeInput, by: string): Promise<RosterChange> {
  const module = campaignsOf(container)
  const on = businessDay(new Date())
  const packs = await module.readPacks([campaign.id])
  const variants = packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id))
  const meant = "join" in input && input.pack_id !== null ? packs.filter(({ id }) => id === input.pack_id) : packs.filter(({ is_default }) => "join" in input && is_default)
  const goods = await requireCertified(container, meant.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), new Date())
  const unapproved: Joined[] = []
  const world: LateWorld = {
    key: orderKey(), keys: phoneKeys(), sellers: new Map([...goods].map(([variant, { seller }]) => [variant, seller!.id])), available: await readerOf(container, variants),
    reserve: async (transaction, joined) => {
      const verdict = await reserveJoiner(transaction, campaign, joined, on, by)
      if (verdict.ok) return
      if (verdict.code === "approval_needed") unapproved.push(joined)
      if (verdict.code !== "approval_needed" || mode === "save") throw refusal("not_allowed", verdict.code, verdict.code === "approval_needed" ? WAITING : verdict.message)
    },
    lower: (transaction, employee_number, total_fen) => lowerForLeaver(transaction, campaign.id, employee_number, total_fen),
  }
  const change = "join" in input ? { entry: input.join, pack_id: input.pack_id, reason: input.reason, by } : { recipient_id: input.leave, reason: input.reason, by }
  const bring = async () => await module.changeLate(campaign.id, change, world, mode)
  if (mode === "check") return { ...(await bring()).figures, needs_approval: unapproved.length > 0, saved: false }
  try {
    const { figures, job } = await alone(module, campaign.id, bring)
    if (job) workOn(container, job)
    return { ...figures, needs_approval: false, saved: true }
  } catch (error) {
    for (const joined of unapproved) await askForJoiner(container, campaign, joined, on, by)
    throw error
  }
}
