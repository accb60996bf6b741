import { randomUUID } from "node:crypto"
import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { groupBuysOf } from "@fupin/institution/group-buy/facts"
import { joinGroupBuy } from "@fupin/institution/group-buy/join"
import { createGroupBuy, takeGroupBuyStep } from "@fupin/institution/group-buy/manage"
import { runGroupBuys } from "@fupin/institution/group-buy/run"
import { GroupBuyState } from "@fupin/contract/schemas"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readData } from "../lib/data"
import type { People } from "./people"
import type { Shelf } from "./products"
import type { OpenStore } from "./store"

interface GroupBuySeed {
  title: string
  note: string
  handle: string
  variant: number
  days: number
  capacity: number
  per_buyer_cap: number
  tiers: [from_units: number, price_fen: number][]
  joins: [email: string, quantity: number][]
  over: boolean
}

const MINUTE = 60_000
const ADDRESS = { name: "陈晓雯", phone: "15400000101", county_code: "500112", detail: "龙溪街道松石北路 58 号 3 幢 1202" }

/** One group buy that runs and one that was reached and settled; found again by their titles. Without simulated payment nobody has joined yet. */
export async function importGroupBuys(container: MedusaContainer, store: OpenStore, shelf: Shelf, people: People, now: Date): Promise<void> {
  const known = (await groupBuysOf(container).readGroupBuys({ states: [...GroupBuyState.options] })).map(({ title }) => title)
  const seeds = readData<GroupBuySeed[]>("group-buys.json").filter(({ title }) => !known.includes(title))
  for (const seed of seeds.toSorted((one, other) => Number(other.over) - Number(one.over))) await importOne(container, store, shelf, people, seed, now)
}

async function importOne(container: MedusaContainer, store: OpenStore, shelf: Shelf, people: People, seed: GroupBuySeed, now: Date): Promise<void> {
  const { title, note, handle, variant, days, capacity, per_buyer_cap, tiers, joins, over } = seed
  const ends_at = new Date(Math.max(now.getTime(), Date.now()) + days * 1_440 * MINUTE + 10 * MINUTE)
  const id = await createGroupBuy(container, {
    title, note, capacity, per_buyer_cap, variant_id: shelf.variants[handle]![variant]!, tiers: tiers.map(([from_units, price_fen]) => ({ from_units, price_fen })),
    starts_at: new Date(now.getTime() - 2 * 1_440 * MINUTE).toISOString(), ends_at: ends_at.toISOString(),
  }, people.staff.office)
  const [group] = await groupBuysOf(container).readGroupBuys({ ids: [id] })
  await takeGroupBuyStep(container, group!, { step: "open", reason: "" })
  if (process.env.DEMO_PAYMENT !== "on") return
  for (const [email, quantity] of joins) await join(container, store, id, { email, customer_id: people.customers[email]!, quantity })
  if (over) await runGroupBuys(container, new Date(ends_at.getTime() + MINUTE))
  const parts = await groupBuysOf(container).readParts({ group_buy_ids: [id] })
  await postBenefitWorkflow(container).run({ input: { order_ids: parts.flatMap(({ order }) => order?.id ?? []) } })
}

async function join(container: MedusaContainer, store: OpenStore, id: string, { email, customer_id, quantity }: { email: string; customer_id: string; quantity: number }): Promise<void> {
  const { cart_id } = await joinGroupBuy(container, id, {
    idempotency_key: randomUUID(), quantity, organisation_id: null, email, address: ADDRESS, reason: "own_use", remark: "", shipping_option_id: store.shipping_option_ids.standard!, payment_provider_id: "pp_demo_cn",
  }, { customer_id, sales_channel_id: store.sales_channel_id })
  await completeCartWorkflow(container).run({ input: { id: cart_id } })
}
