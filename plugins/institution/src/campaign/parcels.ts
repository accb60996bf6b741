import type { Fault } from "@fupin/benefit/domain/intake/cell"
import { readTable } from "@fupin/benefit/intake/read-table"
import type { Template } from "@fupin/benefit/intake/template"
import { recordAcceptanceWorkflow } from "@fupin/benefit/workflows"
import { ERRORS } from "@fupin/contract/codes"
import type { ParcelInput, ParcelTable } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { businessDay } from "../domain/business-day"
import { decideParcel, decideSigned, groupParcels, type ParcelColumns, parcelColumns } from "../domain/campaign/parcels"
import type { CampaignRow, ParcelEntry } from "../modules/campaign/service"
import { campaignsOf } from "./facts"

const SHOWN_FAULTS = 200
const MAX_ROWS = 50_000
/** Taken up by the next run: a minute's work is never longer than that. */
const MOST_AT_ONCE = 2_000

/** One carrier's number, or what the union knows of a member's parcels. Errors: those of the module. */
export async function recordParcel(container: MedusaContainer, { id }: CampaignRow, input: ParcelInput, by: string): Promise<void> {
  const today = businessDay(new Date())
  if ("outcome" in input) await campaignsOf(container).recordReceipt(id, { ...input, proof: "organiser" }, today, by)
  else await campaignsOf(container).recordParcel(id, { ...input, seller: input.seller_id }, today, by)
  await acceptParcels(container, id)
}

/**
 * Reads a table of carriers' numbers; `save` writes it when every row is right, all or nothing, `check` only tells. The same table
 * again changes nothing, one with the days of signing completes it. What was proved is accepted by the job of the minute. Errors: those of `readTable`, campaign_state, parcel_number_taken.
 */
export async function importParcels(container: MedusaContainer, { id }: CampaignRow, file: Buffer, mode: "check" | "save", by: string): Promise<ParcelTable> {
  const today = businessDay(new Date())
  const { entries, faults } = await readRows(container, id, file, today)
  const result = { rows: entries.length + new Set(faults.map(({ row }) => row)).size, good: entries.length, signed: entries.filter(({ signed_on }) => signed_on !== null).length, fault_count: faults.length, faults: faults.slice(0, SHOWN_FAULTS), saved: false }
  if (mode === "check" || faults.length > 0) return result
  await campaignsOf(container).recordParcels(id, entries, today, by)
  return { ...result, saved: true }
}

async function readRows(container: MedusaContainer, campaignId: string, file: Buffer, today: string): Promise<{ entries: ParcelEntry[]; faults: Fault[] }> {
  const held = await campaignsOf(container).readParcels(campaignId)
  const parcels = groupParcels(held, ({ employee_number }) => employee_number)
  const byOrder = new Map(held.map((parcel) => [parcel.order_id, parcel]))
  const numbers = new Map(held.map(({ carrier, tracking_number, order_id }) => [`${carrier} ${tracking_number}`, order_id]))
  const [entries, faults]: [Map<string, ParcelEntry>, Fault[]] = [new Map(), []]
  const columns = parcelColumns(today)
  for await (const batch of readTable(file, columns, { max_rows: MAX_ROWS, identity: ({ tracking_number, carrier }) => `${carrier} ${tracking_number}` })) {
    faults.push(...batch.faults)
    for (const { row, values: { employee_number, seller, carrier, tracking_number, signed_on } } of batch.rows) {
      const meant = decideParcel(parcels.get(employee_number) ?? [], seller)
      const fault = (key: keyof ParcelColumns, message: string) => faults.push({ row, cell: batch.address(key, row), message })
      if (!meant.ok) {
        fault(meant.code === "parcel_unknown" && seller === null ? "employee_number" : "seller", meant.message)
        continue
      }
      const holder = numbers.get(`${carrier} ${tracking_number}`)
      const signed = decideSigned(byOrder.get(meant.value)!, signed_on, today)
      if (!signed.ok) fault("signed_on", signed.message)
      else if (holder !== undefined && holder !== meant.value) fault("tracking_number", ERRORS.parcel_number_taken)
      else if (entries.has(meant.value)) fault("employee_number", ERRORS.parcel_twice)
      else entries.set(meant.value, { order_id: meant.value, carrier, tracking_number, signed_on })
    }
  }
  return { entries: [...entries.values()], faults: faults.sort((a, b) => a.row - b.row) }
}

/**
 * What was proved to have come is accepted: its benefit becomes payable. Of one campaign, or of all. Again changes nothing; what fails
 * keeps nobody else's, is logged and tried again by the next run.
 */
export async function acceptParcels(container: MedusaContainer, campaignId: string | null = null): Promise<void> {
  const module = campaignsOf(container)
  for (const { order_id, campaign_id, signed_on, recorded_by } of await module.readUnaccepted(campaignId, MOST_AT_ONCE)) {
    try {
      await recordAcceptanceWorkflow(container).run({ input: { order_id, source: `campaign:${campaign_id}`, accepted_at: `${signed_on}T12:00:00+08:00`, actor_id: recorded_by, lines: "all" } })
      await module.markAccepted(order_id)
    } catch (error) {
      if (!(error instanceof MedusaError)) throw error
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`parcel of order ${order_id} is not accepted: ${error.code}`)
    }
  }
}

/** The table to be filled in. */
export const parcelTemplate = (today: string): Template => ({
  name: "送货到家运单", columns: parcelColumns(today), choices: {},
  notes: ["一行一个包裹；带 * 的必填。一位职工有几个卖方的包裹时，每个包裹一行并写明卖方。", "有签收日期才算送到；先填运单号、以后补签收日期再导入一次也可以。"],
  example: { 工号: "示例-001", 卖方: "", 快递公司: "中国邮政", 运单号: "EA123456789CN", 签收日期: "2026-09-20" },
})
