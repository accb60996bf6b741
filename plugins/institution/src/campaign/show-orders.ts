import { readDues } from "@fupin/checkout/reads/read-dues"
import type { CampaignOrders } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import type { CampaignRow, OrderRow } from "../modules/campaign/service"
import { readGoods } from "../reads/goods"
import type { Seller } from "../reads/goods"
import { readPackedLots } from "../reads/packed-lots"
import { unique } from "../reads/plans"
import { campaignsOf } from "./facts"

type Sold = CampaignOrders["sellers"][number]

/** Orders of a campaign by seller, which is by invoice, and what is due for all of them together; where to pay is for those who pay. */
export async function showCampaignOrders(container: MedusaContainer, campaign: CampaignRow, maySeePayment: boolean): Promise<CampaignOrders> {
  const all = await campaignsOf(container).readOrders(campaign.id)
  const gifts = all.filter(({ kind, state }) => kind === "gift" && !state.startsWith("withdraw"))
  const placed = gifts.filter(({ state }) => state === "placed")
  const dues = await readDues(container, placed.map(({ id }) => id))
  const total_fen = placed.reduce((sum, order) => sum + order.total_fen, 0)
  const due_fen = dues.reduce((sum, due) => sum + due.due_fen, 0)
  const replaced = all.filter(({ kind }) => kind === "replacement")
  const lots = await readPackedLots(container, [campaign.id, ...replaced.map(({ id }) => id)])
  return {
    orders: gifts.length, placed: placed.length, total_fen, due_fen, paid_fen: total_fen - due_fen,
    refused: gifts.filter(({ state }) => state === "refused").slice(0, 200).map(({ id, recipient_id, error }) => ({ order_id: id, recipient_id, message: error ?? "" })),
    transfer: maySeePayment && due_fen > 0 ? await readTransfer(container, campaign.transfer_code, due_fen) : null,
    sellers: await bySeller(container, campaign.id, placed, lots),
    replacements: replaced.map(({ id, recipient_id, seller_id, reason, cost_fen, state, items }) =>
      ({ order_id: id, recipient_id: recipient_id ?? "", seller_id, reason: reason ?? "", cost_fen, state, lots: items.flatMap(({ variant_id }) => lots(id, variant_id)) })),
  }
}

async function readTransfer(container: MedusaContainer, reference: string, due_fen: number): Promise<CampaignOrders["transfer"]> {
  const [store] = await graph<{ metadata: { bank_account?: { payee: string; bank: string; account: string } } | null }>(container, "store", ["metadata"], {})
  const account = store?.metadata?.bank_account
  return account ? { payee: account.payee, bank: account.bank, account: account.account, reference, due_fen } : null
}

async function bySeller(container: MedusaContainer, campaignId: string, orders: OrderRow[], lots: Awaited<ReturnType<typeof readPackedLots>>): Promise<Sold[]> {
  const ids = unique(orders.map(({ seller_id }) => seller_id)).sort()
  const names = new Map((ids.length === 0 ? [] : await graph<Seller>(container, "producer", ["id", "name"], { id: ids })).map((seller) => [seller.id, seller]))
  const goods = await readGoods(container, orders.flatMap(({ items }) => items.map(({ variant_id }) => variant_id)))
  return ids.map((id) => {
    const own = orders.filter(({ seller_id }) => seller_id === id)
    const lines = new Map<string, Sold["lines"][number]>()
    for (const { variant_id, quantity, unit_price_fen } of own.flatMap(({ items }) => items)) {
      const one = goods.get(variant_id)
      const line = lines.get(variant_id) ?? { variant_id, title: one ? `${one.title} ${one.specification}` : "商品已下架", quantity: 0, amount_fen: 0, lots: lots(campaignId, variant_id) }
      lines.set(variant_id, { ...line, quantity: line.quantity + quantity, amount_fen: line.amount_fen + quantity * unit_price_fen })
    }
    return { seller: names.get(id) ?? { id, name: id }, orders: own.length, total_fen: own.reduce((sum, { total_fen }) => sum + total_fen, 0), lines: [...lines.values()] }
  })
}
