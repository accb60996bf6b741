import { createHash, timingSafeEqual } from "node:crypto"
import { refusal } from "@fupin/access"
import { maskName } from "@fupin/benefit/domain/mask"
import { HOLIDAY_NAMES } from "@fupin/contract/codes"
import { Gift, type GiftChoice, type GiftKey } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { decideOpen } from "../domain/campaign/decide-campaign"
import { deliveryOf } from "../domain/campaign/delivery"
import { askerMark, linkCode, tokenHash } from "../domain/campaign/secrets"
import { toldOf } from "../domain/campaign/told"
import { orderKey } from "../keys"
import type { CampaignModuleService } from "../modules/campaign"
import type { RecipientRow } from "../modules/campaign/rows"
import { readOrganisations } from "../reads/plans"
import { availableReader, campaignsOf, requireCampaign } from "./facts"
import { acceptParcels } from "./parcels"
import { showPacks } from "./show"
import { codeOf, openRecipient } from "./show-recipients"

/**
 * The member behind a personal link and its code. A link that nobody has and a wrong code answer alike, and both are counted, for the
 * link and for whoever asks. Errors: gift_locked, gift_not_found.
 */
export async function openLink(container: MedusaContainer, { token, code }: GiftKey, address: string): Promise<RecipientRow> {
  const module = campaignsOf(container)
  const key = orderKey()
  const asker = { token: tokenHash(token), asker: askerMark(key, address) }
  if (!(await module.takeTry(asker))) throw refusal("not_allowed", "gift_locked")
  const [member] = await module.readRecipients({ token_hash: asker.token })
  const right = linkCode(key, member?.id ?? "nobody")
  if (!isSame(code, right) || !member || (await hasLeft(module, member))) throw refusal("not_found", "gift_not_found")
  await module.giveTryBack(asker)
  return member
}

/** Who left has no link any more, but whoever was dropped may read why. */
async function hasLeft(module: CampaignModuleService, { id, left_at }: RecipientRow): Promise<boolean> {
  return left_at !== null && (await module.readLastChanges([id])).get(id)?.to_pack !== null
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

/** What the member may see and choose. The name is masked: a link may be forwarded. */
export async function showGift(container: MedusaContainer, member: RecipientRow): Promise<Gift> {
  const campaign = await requireCampaign(container, member.campaign_id)
  if (campaign.state === "draft" || campaign.state === "cancelled") throw refusal("not_found", "gift_not_found")
  const { title, choose_by, delivery_mode, pickup, state } = campaign
  const has_address = member.address_sealed !== null
  const delivery = deliveryOf(delivery_mode, { delivery: member.delivery, has_address })
  const [[organisation], packs, changes] = await Promise.all([readOrganisations(container, { id: campaign.organisation_id }), showPacks(container, campaign.id), campaignsOf(container).readLastChanges([member.id])])
  const parcels = delivery === "home" ? await campaignsOf(container).readParcels(campaign.id, [member.id]) : []
  const change = changes.get(member.id)
  return Gift.parse({
    organisation: organisation?.name ?? "", title, holiday_name: HOLIDAY_NAMES[campaign.holiday], choose_by, is_open: decideOpen(campaign, businessDay(new Date())).ok, name: maskName(openRecipient(member).name),
    diet: member.diet, heads: member.heads, delivery_mode, delivery, pickup: pickup?.detail ?? null, has_address, pack_id: member.pack_id, chosen_by: member.chosen_by,
    packs: packs.map(({ id, name, is_halal, left, goods }) => ({
      id, name, is_halal, goods, is_open: (member.diet === "none" || is_halal) && (id === member.pack_id || left === null || left >= member.heads),
    })),
    pickup_code: delivery === "pickup" ? codeOf(member, state) : null, outcome: member.outcome, told: change ? toldOf(change) : null, is_dropped: member.left_at !== null,
    parcels, may_confirm: member.outcome === null && parcels.some(({ proof }) => proof === null) && (state === "ordered" || state === "handing_out"),
  })
}

/** Chooses until the deadline, as often as one likes; then the last choice is final. Errors: those of `openLink` and of choosing. */
export async function chooseGift(container: MedusaContainer, { pack_id, address, delivery, ...link }: GiftChoice, asker: string): Promise<Gift> {
  const member = await openLink(container, link, asker)
  await campaignsOf(container).choose(member.campaign_id, { recipient_id: member.id, pack_id, address, delivery, by: "member", today: businessDay(new Date()) }, await availableReader(container))
  const [changed] = await campaignsOf(container).readRecipients({ ids: [member.id] })
  return await showGift(container, changed!)
}

/** The member says that what was sent home came. Errors: those of `openLink`, campaign_state, parcel_unknown, already_handed_out. */
export async function confirmGift(container: MedusaContainer, link: GiftKey, asker: string): Promise<Gift> {
  const { id, campaign_id } = await openLink(container, link, asker)
  await campaignsOf(container).recordReceipt(campaign_id, { recipient_id: id, outcome: "delivered", reason: "", proof: "member" }, businessDay(new Date()), id)
  await acceptParcels(container, campaign_id)
  const [changed] = await campaignsOf(container).readRecipients({ ids: [id] })
  return await showGift(container, changed!)
}
