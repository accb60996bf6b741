import { refusal } from "@fupin/access"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { CampaignChange, CampaignInput, HandOutInput, RecipientQuery } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { RosterEntry } from "../../domain/campaign/roster"
import { orderKey, phoneKeys, recipientPhonePlace } from "../../keys"
import { type Asker, forgetAttempts, giveTryBack, takeTry } from "./attempts"
import { attachMinutes, changeCampaign, createCampaign, type Minutes, moveTo, openMinutes, type PackEntry, readMinutes, savePacks } from "./books"
import { type Choice, choose, close, type ReadAvailable, readLeft, reopen } from "./choices"
import { type ComponentRow, readComponents, readReplacements, type ReplacementRow } from "./components"
import { type Counts, readCounts } from "./counts"
import { type ChangeRow, readChangeSums, readLastChanges, readUnmailedChanges } from "./changes"
import { eraseAddresses, finish, handOut, layReplacement, readToErase, requireOver } from "./hand-outs"
import { endJob, holdJob, type JobRow, readIdleJobs, readLastJobs } from "./jobs"
import { approve, countOrders, finishPlacing, type NewOrder, type OrderRow, readApproved, readOrders, readPlanned, readUnpaid, readWithdrawing, recordPlaced, recordWithdrawn, retryRefused, type UnpaidGoods } from "./orders"
import { markAccepted, type ParcelEntry, type ParcelRow, type ProvedParcel, readParcels, readUnaccepted, recordParcel, recordParcels, recordReceipt } from "./parcels"
import { join, type Joiner, type Late, leaveLate, type Leaver, type LateWorld } from "./late"
import { readSpare, type Remedied, type Remedy, remedy, type RemedyWorld } from "./remedy"
import { type Known, leave, readChanged, readKnown, readRecipientPage, readRecipients, readRoster, saveRecipients } from "./recipients"
import { type CampaignRow, type PackRow, readCampaigns, readCampaignsByCode, readPacks, type RecipientRow } from "./rows"
import { exclusively } from "./sql"
import { type ArrivedTransfer, arrive, countRegistered, type ReadDues, readOpenParts, readTransfers, recordPart, type TransferPart } from "./transfers"

export type { Asker, CampaignRow, ChangeRow, Counts, JobRow, Minutes, NewOrder, OrderRow, PackEntry, PackRow, ParcelEntry, ParcelRow, RecipientRow, Remedied, Remedy, RemedyWorld, TransferPart }

/** Gift-pack campaigns (节日慰问). Every act is one transaction under the campaign's lock, and the same act again changes nothing. Tables are hand-written SQL. */
export class CampaignModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  private get keys(): Keyring {
    return phoneKeys()
  }

  /** A new draft; answers its id. `holiday_on`: the holiday's date by the law's calendar. */
  async create(input: CampaignInput, holiday_on: string, by: string): Promise<string> {
    return await createCampaign(this.connection, input, holiday_on, by, this.keys, orderKey())
  }

  /** Errors: not_found, campaign_state. */
  async change(id: string, terms: CampaignChange): Promise<void> {
    await this.connection.transaction((transaction) => changeCampaign(transaction, id, terms, this.keys))
  }

  /** Errors: not_found, campaign_state, pack_names_differ. */
  async savePacks(id: string, packs: PackEntry[]): Promise<void> {
    await this.connection.transaction((transaction) => savePacks(transaction, id, packs))
  }

  /** Errors: not_found, campaign_state, scan_wrong_type, scan_too_big. */
  async attachMinutes(id: string, file: { name: string; content: Buffer }, by: string): Promise<void> {
    await this.connection.transaction((transaction) => attachMinutes(transaction, id, file, by, this.keys))
  }

  async readMinutes(campaignIds: string[]): Promise<Minutes[]> {
    return await readMinutes(this.connection, campaignIds)
  }

  async openMinutes(id: string): Promise<Buffer> {
    return await openMinutes(this.connection, id, this.keys)
  }

  /** Whatever changes both a campaign's state and what is reserved for it, one at a time in all processes. Error: conflict, when another was at it all the time. */
  async exclusively<T>(id: string, act: (campaign: CampaignRow) => Promise<T>): Promise<void> {
    const done = await exclusively(this.connection, `campaign:${id}`, async () => {
      const [campaign] = await this.readCampaigns({ ids: [id] })
      await act(campaign!)
      return true
    })
    if (!done) throw refusal("conflict", "conflict")
  }

  /** Compare-and-set of the state. Error: campaign_state. */
  async move(id: string, to: "collecting" | "handing_out" | "cancelled", reason: string | null = null): Promise<void> {
    await this.connection.transaction((transaction) => moveTo(transaction, id, to, reason === null ? {} : { cancel_reason: reason }))
  }

  async readCampaigns(by: { organisation_ids: string[] } | { ids: string[] }): Promise<CampaignRow[]> {
    return await readCampaigns(this.connection, by)
  }

  async readCampaignsByCode(codes: string[]): Promise<CampaignRow[]> {
    return await readCampaignsByCode(this.connection, codes)
  }

  async readPacks(campaignIds: string[]): Promise<PackRow[]> {
    return await readPacks(this.connection, campaignIds)
  }

  async readLeft(packs: PackRow[], available: ReadAvailable): Promise<Map<string, number | null>> {
    return await readLeft(this.connection, packs, available)
  }

  async readCounts(campaignIds: string[]): Promise<Map<string, Counts>> {
    return await readCounts(this.connection, campaignIds)
  }

  /** Errors: not_found, campaign_state, phone_taken. */
  async saveRecipients(id: string, entries: readonly RosterEntry[]): Promise<{ added: number; changed: number }> {
    return await this.connection.transaction((transaction) => saveRecipients(transaction, id, entries, this.keys, orderKey()))
  }

  async readKnown(id: string): Promise<Known[]> {
    return await readKnown(this.connection, id)
  }

  /** Errors: not_found, campaign_state, recipient_left. */
  async leave(id: string, recipientId: string): Promise<void> {
    await this.connection.transaction((transaction) => leave(transaction, id, recipientId))
  }

  async readRecipientPage(id: string, query: RecipientQuery, packId: string | null = null): Promise<{ rows: RecipientRow[]; count: number }> {
    return await readRecipientPage(this.connection, id, query, packId)
  }

  readRoster(id: string): AsyncGenerator<RecipientRow[]> {
    return readRoster(this.connection, id)
  }

  async readRecipients(by: { ids: string[] } | { token_hash: string }): Promise<RecipientRow[]> {
    return await readRecipients(this.connection, by)
  }

  /** Errors: not_found, gift_closed, campaign_state, recipient_left, unknown_pack, pack_not_for_diet, pack_sold_out, gift_address_required. */
  async choose(id: string, choice: Choice, available: ReadAvailable): Promise<void> {
    await this.connection.transaction((transaction) => choose(transaction, id, choice, available, this.keys))
  }

  /** Errors: not_found, campaign_state, pack_short, campaign_address_missing. */
  async close(id: string, available: ReadAvailable): Promise<void> {
    await this.connection.transaction((transaction) => close(transaction, id, available))
  }

  /** Error: campaign_state. */
  async reopen(id: string): Promise<void> {
    await this.connection.transaction((transaction) => reopen(transaction, id))
  }

  /** Error: campaign_state. */
  async approve(id: string, orders: NewOrder[], by: string): Promise<JobRow> {
    return await this.connection.transaction((transaction) => approve(transaction, id, orders, by))
  }

  /** Campaigns that wait to be placed though their approval is there. */
  async readApproved(): Promise<Pick<CampaignRow, "id" | "organisation_id">[]> {
    return await readApproved(this.connection)
  }

  /** Error: campaign_state. */
  async retryRefused(id: string, by: string): Promise<JobRow> {
    return await this.connection.transaction((transaction) => retryRefused(transaction, id, by))
  }

  async readPlanned(id: string, limit: number): Promise<OrderRow[]> {
    return await readPlanned(this.connection, id, limit)
  }

  /** What of these units' campaigns is ordered and not paid yet, by goods, in fen. */
  async readUnpaid(organisationIds: string[]): Promise<UnpaidGoods[]> {
    return await readUnpaid(this.connection, organisationIds)
  }

  async readOrders(id: string, kind?: OrderRow["kind"]): Promise<OrderRow[]> {
    return await readOrders(this.connection, id, kind)
  }

  async recordPlaced(results: readonly { id: string; error: string | null }[]): Promise<void> {
    await recordPlaced(this.connection, results)
  }

  async countOrders(id: string): Promise<{ total: number; placed: number; refused: number }> {
    return await countOrders(this.connection, id)
  }

  async finishPlacing(id: string): Promise<void> {
    await finishPlacing(this.connection, { id })
  }

  async readWithdrawing(id: string, limit: number): Promise<string[]> {
    return await readWithdrawing(this.connection, id, limit)
  }

  async recordWithdrawn(ids: string[]): Promise<void> {
    await recordWithdrawn(this.connection, ids)
  }

  /** Errors: not_found, campaign_state, campaign_placing, pack_sent_already, those of `decideRemedy`. */
  async remedy(id: string, change: Remedy, world: RemedyWorld): Promise<{ figures: Remedied; job: JobRow }> {
    return await this.connection.transaction((transaction) => remedy(transaction, id, change, world))
  }

  /** What a remedy would bring: the same, taken back. */
  async previewRemedy(id: string, change: Remedy, world: RemedyWorld): Promise<Remedied> {
    return await this.takenBack(async (transaction) => (await remedy(transaction, id, change, world)).figures)
  }

  /** Whatever it does is taken back; what it answers stays. */
  private async takenBack<T>(act: (transaction: Knex) => Promise<T>): Promise<T> {
    const transaction = await this.connection.transaction()
    try {
      return await act(transaction)
    } finally {
      await transaction.rollback()
    }
  }

  /** Errors: those of `join` and `leaveLate`; `check` only tells what it would bring. */
  async changeLate(id: string, change: Joiner | Leaver, world: LateWorld, mode: "check" | "save"): Promise<Late> {
    const act = (transaction: Knex) => ("entry" in change ? join(transaction, id, change, world) : leaveLate(transaction, id, change, world))
    return mode === "save" ? await this.connection.transaction(act) : await this.takenBack(act)
  }

  /** Pieces left once everybody has theirs, by variant; below nought they are missing. */
  async readSpare(packs: PackRow[], orders: OrderRow[], available: RemedyWorld["available"]): Promise<Map<string, number>> {
    return await readSpare(this.connection, packs, orders, available)
  }

  async readChangeSums(id: string): ReturnType<typeof readChangeSums> {
    return await readChangeSums(this.connection, id)
  }

  async readChanged(id: string): Promise<RecipientRow[]> {
    return await readChanged(this.connection, id)
  }

  async readUnmailedChanges(limit: number): ReturnType<typeof readUnmailedChanges> {
    return await readUnmailedChanges(this.connection, limit)
  }

  /** The last change of each of these members. */
  async readLastChanges(recipientIds: string[]): Promise<Map<string, ChangeRow>> {
    return await readLastChanges(this.connection, recipientIds)
  }

  async readIdleJobs(): Promise<JobRow[]> {
    return await readIdleJobs(this.connection)
  }

  async holdJob(id: string, holder: string, progress: { done: number; refused: number } | null): Promise<boolean> {
    return await holdJob(this.connection, id, holder, progress)
  }

  async endJob(id: string, holder: string, state: "done" | "failed", message: string | null): Promise<boolean> {
    return await this.connection.transaction((transaction) => endJob(transaction, id, holder, state, message))
  }

  async readLastJobs(campaignIds: string[]): Promise<JobRow[]> {
    return await readLastJobs(this.connection, campaignIds)
  }

  /** Errors: campaign_state, campaign_reference_taken, transfer_exceeds_due. Null: every part is registered already. */
  async arrive(transfer: ArrivedTransfer, readDues: ReadDues, by: string): Promise<JobRow | null> {
    return await this.connection.transaction((transaction) => arrive(transaction, transfer, readDues, by))
  }

  async readOpenParts(id: string, limit: number | null = null): Promise<TransferPart[]> {
    return await readOpenParts(this.connection, id, limit)
  }

  async recordPart(part: TransferPart): Promise<void> {
    await recordPart(this.connection, part)
  }

  async countRegistered(id: string): Promise<number> {
    return await countRegistered(this.connection, id)
  }

  async readTransfers(id: string): Promise<Omit<ArrivedTransfer, "campaign_id">[]> {
    return await readTransfers(this.connection, id)
  }

  /** Answers the member. Errors: not_handed_out_yet, pickup_code_unknown, recipient_left, already_handed_out. */
  async handOut(id: string, input: HandOutInput, by: string): Promise<string> {
    return await this.connection.transaction((transaction) => handOut(transaction, id, input, by, this.keys))
  }

  /** Errors: not_handed_out_yet, already_replaced. */
  async layReplacement(id: string, recipientId: string, orders: NewOrder[]): Promise<void> {
    await this.connection.transaction((transaction) => layReplacement(transaction, id, recipientId, orders))
  }

  async readParcels(id: string, recipientIds: string[] | null = null): Promise<ParcelRow[]> {
    return await readParcels(this.connection, id, recipientIds)
  }

  /** Errors: not_found, campaign_state, parcel_unknown, parcel_number_taken, those of `decideSigned`. */
  async recordParcels(id: string, entries: readonly ParcelEntry[], today: string, by: string): Promise<void> {
    await this.connection.transaction((transaction) => recordParcels(transaction, id, entries, today, by))
  }

  /** Errors: those of `recordParcels`, parcel_seller_required. */
  async recordParcel(id: string, entry: Parameters<typeof recordParcel>[2], today: string, by: string): Promise<void> {
    await this.connection.transaction((transaction) => recordParcel(transaction, id, entry, today, by))
  }

  /** Errors: not_found, campaign_state, parcel_unknown, already_handed_out. */
  async recordReceipt(id: string, receipt: Parameters<typeof recordReceipt>[2], today: string, by: string): Promise<void> {
    await this.connection.transaction((transaction) => recordReceipt(transaction, id, receipt, today, by))
  }

  async readUnaccepted(campaignId: string | null, limit: number): Promise<ProvedParcel[]> {
    return await readUnaccepted(this.connection, campaignId, limit)
  }

  async markAccepted(orderId: string): Promise<void> {
    await markAccepted(this.connection, orderId)
  }

  /** Errors: campaign_state, parcels_unproven. */
  async finish(id: string): Promise<void> {
    await this.connection.transaction((transaction) => finish(transaction, id))
  }

  /** Refuses while members still wait. Errors: not_found, campaign_state. */
  async requireOver(id: string): Promise<void> {
    await this.connection.transaction((transaction) => requireOver(transaction, id))
  }

  /** Errors: not_found, campaign_state. */
  async eraseAddresses(id: string): Promise<void> {
    await this.connection.transaction((transaction) => eraseAddresses(transaction, id, this.keys, recipientPhonePlace))
  }

  async readToErase(days: number): Promise<string[]> {
    return await readToErase(this.connection, days)
  }

  /** Whether whoever asks may try a link once more; the try is counted. */
  async takeTry(who: Asker): Promise<boolean> {
    return await takeTry(this.connection, who)
  }

  /** A right code costs no try. */
  async giveTryBack(who: Asker): Promise<void> {
    await giveTryBack(this.connection, who)
  }

  async forgetAttempts(): Promise<void> {
    await forgetAttempts(this.connection)
  }

  /** Pieces of each product in placed orders, with what they are for. */
  async readComponents(by: { campaign_id: string } | { seller_id: string }): Promise<ComponentRow[]> {
    return await readComponents(this.connection, by)
  }

  async readReplacements(by: { id: string } | { campaign_id: string } | { seller_id: string }): Promise<ReplacementRow[]> {
    return await readReplacements(this.connection, by)
  }
}
