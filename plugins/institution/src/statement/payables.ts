import { transferReference } from "@fupin/checkout/domain/order-payment"
import { readDues } from "@fupin/checkout/reads/read-dues"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import type { PayableKind } from "@fupin/contract/schemas"
import type { OpenOrder } from "../domain/statement/allocate"
import type { Match, Payable } from "../domain/statement/match-row"
import { findNumbers } from "../domain/statement/number"
import { graph } from "../medusa"
import type { StatementRow } from "../modules/statement/service"
import { codesOfPreorders, payablePreorders } from "../preorder/payables"
import { readOrderStates } from "../reads/order-states"
import { readOccurrences, readOrganisations, unique } from "../reads/plans"
import { statementsOf } from "."
import { readOpen } from "./money"

interface NamedOrder {
  id: string
  display_id: number
  status: string
  metadata: { organisation_id?: string; organisation_name?: string; source?: string } | null
  shipping_address: { first_name: string | null; last_name: string | null } | null
}

interface Kind {
  /** How its codes begin. */
  prefix: string
  read: (container: MedusaContainer, codes: string[]) => Promise<Payable[]>
  /** Codes of these units that a person may look for, those to be paid soonest first. */
  codesOf: (container: MedusaContainer, organisationIds: string[]) => Promise<string[]>
}

/** Every kind of code that money can be given to, by itself or by hand. */
const KINDS: Record<PayableKind, Kind> = {
  statement: {
    prefix: "DZ", read: async (container, numbers) => payableStatements(container, await statementsOf(container).readStatements({ numbers })),
    codesOf: async (container, organisation_ids) => (await statementsOf(container).readStatements({ organisation_ids, states: ["confirmed"] })).map(({ number }) => number),
  },
  campaign: {
    prefix: "GH", read: payableCampaigns,
    codesOf: async (container, organisation_ids) => (await campaignsOf(container).readCampaigns({ organisation_ids })).map(({ transfer_code }) => transfer_code),
  },
  order: { prefix: "FP", read: payableOrders, codesOf: codesOfOrders },
  preorder: { prefix: "YG", read: payablePreorders, codesOf: codesOfPreorders },
}

/** What bears these codes. */
export async function readPayablesByCode(container: MedusaContainer, codes: string[]): Promise<Payable[]> {
  const kinds = Object.values(KINDS).map(({ prefix, read }) => ({ read, mine: codes.filter((code) => code.startsWith(prefix)) }))
  return (await Promise.all(kinds.map(({ read, mine }) => (mine.length === 0 ? [] : read(container, mine))))).flat()
}

/** As many of a kind as one can look through. */
const FOUND = 20

/** What a person may look for: by a code, by the number of an order, or by part of a unit's name. */
export async function findPayables(container: MedusaContainer, q: string): Promise<Payable[]> {
  const { numbers } = findNumbers(q)
  if (numbers.length > 0) return readPayablesByCode(container, numbers)
  if (/^\d{1,9}$/.test(q)) return readPayablesByCode(container, [transferReference(Number(q))])
  const ids = (await readOrganisations(container, { name: { $ilike: `%${q.replace(/[\\%_]/g, "\\$&")}%` } })).slice(0, FOUND).map(({ id }) => id)
  if (ids.length === 0) return []
  const codes = await Promise.all(Object.values(KINDS).map(async ({ codesOf }) => (await codesOf(container, ids)).slice(0, FOUND)))
  return (await readPayablesByCode(container, codes.flat())).filter(({ open_fen }) => open_fen > 0)
}

/** What rows may pay: what their 附言 name, and statements of organisations that bear the payer's name. */
export async function readPayables(container: MedusaContainer, rows: { memo: string; payer: string }[]): Promise<Payable[]> {
  const payers = await readOrganisations(container, { name: unique(rows.map(({ payer }) => payer.normalize("NFKC").replace(/\s/g, ""))) })
  const theirs = await KINDS.statement.codesOf(container, payers.map(({ id }) => id))
  return await readPayablesByCode(container, unique([...rows.flatMap(({ memo }) => findNumbers(memo).numbers), ...theirs]))
}

async function payableStatements(container: MedusaContainer, rows: StatementRow[]): Promise<Payable[]> {
  const organisations = new Map((await readOrganisations(container, { id: unique(rows.map(({ organisation_id }) => organisation_id)) })).map(({ id, name }) => [id, name]))
  const open = await readOpen(container, rows.map(({ id }) => id))
  return rows.map(({ id, number, organisation_id, state }) => ({
    kind: "statement" as const, id, number, organisation_id, organisation_name: organisations.get(organisation_id) ?? "", open_fen: open.get(id)!.open_fen,
    closed: state === "confirmed" || state === "settled" ? null : `对账单 ${number} 尚未确认，确认后自动入账`,
  }))
}

/** Orders by FP and their number. After acceptance, what was accepted is due; else what the order's payment still lacks. */
async function payableOrders(container: MedusaContainer, codes: string[]): Promise<Payable[]> {
  const rows = await graph<NamedOrder>(container, "order", ["id", "display_id", "status", "metadata", "shipping_address.first_name", "shipping_address.last_name"], { display_id: codes.map((code) => Number(code.slice(2))) })
  const ids = rows.map(({ id }) => id)
  const [lacking, accepted, states] = await Promise.all([readDues(container, ids), statementsOf(container).readUnitOrders({ order_ids: ids }), readOrderStates(container, ids)])
  return rows.map(({ id, display_id, status, metadata, shipping_address }) => {
    const number = transferReference(Number(display_id))
    const state = states.find((one) => one.id === id)!
    const stated_fen = accepted.find(({ order_id }) => order_id === id)?.stated_fen ?? null
    const lacks = lacking.find(({ order_id }) => order_id === id)!.due_fen
    return {
      kind: "order" as const, id, number, organisation_id: metadata?.organisation_id ?? null, organisation_name: metadata?.organisation_name ?? `${shipping_address?.last_name ?? ""}${shipping_address?.first_name ?? ""}`,
      open_fen: stated_fen === null ? lacks : Math.max(0, Math.min(lacks, stated_fen - state.paid_fen + state.refunded_fen)),
      closed: status === "canceled" ? `订单 ${number} 已取消` : closedBecause(number, metadata?.source),
    }
  })
}

/** Orders of deliveries that are not paid yet. */
async function codesOfOrders(container: MedusaContainer, organisationIds: string[]): Promise<string[]> {
  const rows = await readOccurrences(container, { state: ["placed", "short", "delivered", "accepted"], standing_order: { agreement: { organisation_id: organisationIds } } }, { take: 5 * FOUND })
  const states = await readOrderStates(container, rows.flatMap(({ order_ids }) => order_ids))
  return states.filter(({ paid_fen, total_fen, is_cancelled }) => paid_fen < total_fen && !is_cancelled).map(({ display_id }) => transferReference(display_id))
}

/** Orders that are paid by the code of what they belong to. */
function closedBecause(number: string, source: string | undefined): string | null {
  if (source === "campaign") return `订单 ${number} 属于节日慰问，由工会用活动的识别码一次付款`
  return source === "preorder" ? `订单 ${number} 属于预购合同，请用合同的识别码付款` : null
}

/** Campaigns by their code: what their orders lack once every payment that arrived is spread over them. */
async function payableCampaigns(container: MedusaContainer, codes: string[]): Promise<Payable[]> {
  const module = campaignsOf(container)
  const rows = await module.readCampaignsByCode(codes)
  const names = new Map((await readOrganisations(container, { id: unique(rows.map(({ organisation_id }) => organisation_id)) })).map(({ id, name }) => [id, name]))
  return await Promise.all(rows.map(async ({ id, organisation_id, transfer_code, state }) => {
    const placed = (await module.readOrders(id)).filter((order) => order.kind === "gift" && order.state === "placed").map((order) => order.id)
    const dues = await readDues(container, placed, await module.readOpenParts(id))
    const isOrdered = ["ordered", "handing_out", "done"].includes(state)
    return {
      kind: "campaign" as const, id, number: transfer_code, organisation_id, organisation_name: names.get(organisation_id) ?? "", open_fen: dues.reduce((sum, { due_fen }) => sum + due_fen, 0),
      closed: !isOrdered ? `慰问活动 ${transfer_code} 尚未下单，下单后自动入账` : null,
    }
  }))
}

/** On what the money of a match is booked: a statement's orders, or what was named itself. */
export async function openOrdersOf(container: MedusaContainer, { paid }: Match, payables: Payable[]): Promise<OpenOrder[]> {
  const statements = paid.filter(({ kind }) => kind === "statement").map(({ id }) => id)
  const orders = [...(await readOpen(container, statements)).values()].flatMap((one) => one.orders)
  const others = payables.filter(({ kind, id }) => kind !== "statement" && paid.some((one) => one.id === id))
  return [...orders, ...others.map(({ kind, id, open_fen }) => ({ order_id: kind === "order" ? id : null, campaign_id: kind === "campaign" ? id : null, preorder_id: kind === "preorder" ? id : null, statement_id: null, delivery_date: "", open_fen }))]
}
