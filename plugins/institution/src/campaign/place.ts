import { type PlaceOrder, placeOrdersWorkflow } from "@fupin/checkout/workflows"
import type { GiftAddress, PurchaseReason } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { isInForce } from "../domain/decide-member"
import { tagOf } from "../domain/purchase-reason"
import { addressPlace, campaignPhonePlace, namePlace, phoneKeys, recipientPhonePlace } from "../keys"
import { asMembers, graph } from "../medusa"
import type { OrderRow } from "../modules/campaign/orders"
import type { CampaignRow, RecipientRow } from "../modules/campaign/rows"
import { type Addressee, readDivisionNames, shippingAddress } from "../placing/shipping-address"
import { readOrderStates } from "../reads/order-states"
import { readShop, type ShopFacts } from "../reads/shop"
import { institutionOf, readOrganisations, unique } from "../reads/plans"
import { refusal } from "@fupin/access"
import { statementsOf } from "../statement"
import { campaignsOf, requireCampaign } from "./facts"
import type { Step } from "./run-job"

const CHUNK = 100
/** One payment of the union covers every order: 对公转账. */
const PAYMENT = "pp_transfer_cn"

interface Placing {
  campaign: CampaignRow
  organisation: { id: string; name: string; uscc: string }
  buyer: { id: string; email: string; /** Why its orders are bought, where somebody says so. */ tag: { reason?: PurchaseReason } }
  shop: ShopFacts
}

/** Places the next orders of a campaign and records what became of each. */
export const placeSome: Step = async (container, campaignId) => {
  const module = campaignsOf(container)
  await withdrawSome(container, campaignId)
  const rows = await module.readPlanned(campaignId, CHUNK)
  if (rows.length > 0) await module.recordPlaced(await placeRows(container, campaignId, rows))
  const { placed, refused } = await module.countOrders(campaignId)
  const isOver = rows.length < CHUNK
  if (isOver) await module.finishPlacing(campaignId)
  return { done: placed, refused, isOver }
}

/** Cancels what others took the place of, before they need its stock; what was never placed is only struck out. */
async function withdrawSome(container: MedusaContainer, campaignId: string): Promise<void> {
  const module = campaignsOf(container)
  for (let ids = await module.readWithdrawing(campaignId, CHUNK); ids.length > 0; ids = await module.readWithdrawing(campaignId, CHUNK)) {
    const there = (await readOrderStates(container, ids)).filter(({ is_cancelled }) => !is_cancelled)
    for (const { id } of there) await cancelOrderWorkflow(container).run({ input: { order_id: id } })
    await module.recordWithdrawn(ids)
  }
}

/** Places these rows; placing them again finds the same orders. */
export async function placeRows(container: MedusaContainer, campaignId: string, rows: OrderRow[]): Promise<{ id: string; error: string | null }[]> {
  const placing = await readPlacing(container, campaignId)
  const recipients = new Map((await campaignsOf(container).readRecipients({ ids: unique(rows.flatMap(({ recipient_id }) => recipient_id ?? [])) })).map((one) => [one.id, one]))
  const addresses = rows.map((row) => addressOf(placing, row.recipient_id === null ? null : recipients.get(row.recipient_id)!))
  const divisions = await readDivisionNames(container, addresses.map(({ county_code }) => county_code))
  const orders = rows.map((row, index) => orderOf(placing, row, shippingAddress(addresses[index]!, placing.organisation.name, divisions)))
  const { result } = await placeOrdersWorkflow(container).run({ input: { orders } })
  const errors = new Map(result.refused.map(({ id, message }) => [id, message]))
  return rows.map(({ id }) => ({ id, error: errors.get(id) ?? null }))
}

async function readPlacing(container: MedusaContainer, campaignId: string): Promise<Placing> {
  const campaign = await requireCampaign(container, campaignId)
  const [organisation] = await readOrganisations(container, { id: campaign.organisation_id })
  const buyer = await readBuyer(container, campaign)
  if (!buyer) throw refusal("not_allowed", "campaign_no_buyer")
  return { campaign, organisation: organisation!, buyer, shop: await readShop(container) }
}

/** For whom the orders are placed: who made the campaign while still a buyer, else the first buyer. */
export async function readBuyer(container: MedusaContainer, { organisation_id, created_by, reason }: Pick<CampaignRow, "organisation_id" | "created_by" | "reason">): Promise<Placing["buyer"] | null> {
  const held = asMembers(await institutionOf(container).listOrganisationMembers({ organisation_id, role: "buyer" }, { take: null, order: { created_at: "ASC", id: "ASC" } }))
  const ids = held.filter((member) => isInForce(member, new Date())).map(({ customer_id }) => customer_id)
  const chosen = ids.find((id) => id === created_by) ?? ids[0]
  const [buyer] = chosen ? await graph<{ id: string; email: string }>(container, "customer", ["id", "email"], { id: chosen }) : []
  return buyer ? { ...buyer, tag: tagOf(reason, (await statementsOf(container).readReasons([organisation_id])).get(organisation_id) ?? null) } : null
}

/** Where a pack goes: to the member's home, or to the place of collective pick-up, where a replacement goes too. */
function addressOf({ campaign }: Placing, recipient: RecipientRow | null): Addressee {
  const keys = phoneKeys()
  if (recipient?.address_sealed && recipient.delivery === "home") {
    const address = JSON.parse(keys.open(addressPlace(recipient.id), recipient.address_sealed)) as GiftAddress
    return { ...address, name: keys.open(namePlace(recipient.id), recipient.name_sealed), phone: keys.open(recipientPhonePlace(recipient.id), recipient.phone_sealed) }
  }
  if (!campaign.pickup || !campaign.pickup_phone_sealed) throw refusal("not_allowed", "campaign_address_missing")
  return { ...campaign.pickup, phone: keys.open(campaignPhonePlace(campaign.id), campaign.pickup_phone_sealed) }
}

function orderOf({ campaign, organisation, buyer, shop }: Placing, row: OrderRow, shipping_address: PlaceOrder["shipping_address"]): PlaceOrder {
  return {
    id: row.id, ...shop, customer_id: buyer.id, email: buyer.email, payment_provider_id: PAYMENT, shipping_address, items: row.items,
    metadata: {
      source: "campaign", campaign_id: campaign.id, campaign_title: campaign.title, kind: row.kind, seller_id: row.seller_id,
      organisation_id: organisation.id, organisation_name: organisation.name, organisation_uscc: organisation.uscc, ...buyer.tag,
      ...(row.kind === "replacement" ? { borne_by: "producer", cost_fen: row.cost_fen } : {}),
    },
  }
}
