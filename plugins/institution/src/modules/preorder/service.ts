import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { PreorderDeliveryInput, PreorderHarvestInput, PreorderOfferInput, PreorderPaybackInput, PreorderPaymentInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { exclusively } from "../campaign/sql"
import { type Execute, type NewScan, PREORDER_SCANS, readScan, type ScanHead, writeScan } from "../institution/scans"
import type { Application } from "../../domain/preorder/book"
import { callOff, closeApplication, layDelivery, type NewDelivery, payBack, receive, recordAccepted, recordPlaced, writeApplication } from "./book"
import { book, cancelContract, closeContract, drop, finish, type NewContract, sign, wantMore, withdraw } from "./contracts"
import { type Act, cancelOffer, confirmHarvest, createOffer, enterHarvest, lapseOf, type OfferSeller, openOffer, shareOut } from "./offers"
import { type ApplicationRow, type ContractFilter, type ContractRow, type DeliveryRow, type OfferFilter, type OfferRow, readContracts, readOffers } from "./rows"

export type { Act, ApplicationRow, ContractRow, DeliveryRow, NewContract, NewDelivery, OfferRow, PreorderDeliveryInput }

/** Pre-production orders (订单式生产认购). Every act is one transaction under its offer's lock, and the same act again changes nothing. Tables are hand-written SQL; the errors of each act stand where it is written. */
export class PreorderModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** A new draft; answers its id. */
  async create(input: PreorderOfferInput, seller: OfferSeller, act: Act): Promise<string> {
    return await createOffer(this.connection, input, seller, act)
  }

  async open(id: string, act: Act): Promise<void> {
    await this.within((transaction) => openOffer(transaction, id, act))
  }

  async cancel(id: string, reason: string): Promise<void> {
    await this.within((transaction) => cancelOffer(transaction, id, reason))
  }

  async enterHarvest(id: string, harvest: PreorderHarvestInput, act: Act): Promise<void> {
    await this.within((transaction) => enterHarvest(transaction, id, harvest, act))
  }

  async confirmHarvest(id: string, harvest: PreorderHarvestInput, act: Act): Promise<void> {
    await this.within((transaction) => confirmHarvest(transaction, id, harvest, act))
  }

  async lapse(offerId: string, at: Date): Promise<number> {
    return await this.within((transaction) => lapseOf(transaction, offerId, at))
  }

  async shareOut(offerId: string, at: Date): Promise<boolean> {
    return await this.within((transaction) => shareOut(transaction, offerId, at))
  }

  async book(contract: NewContract, at: Date): Promise<void> {
    await this.within((transaction) => book(transaction, contract, at))
  }

  async sign(id: string, at: Date): Promise<void> {
    await this.within((transaction) => sign(transaction, id, at))
  }

  async cancelContract(id: string, reason: string): Promise<void> {
    await this.within((transaction) => cancelContract(transaction, id, reason))
  }

  async withdraw(id: string, at: Date): Promise<void> {
    await this.within((transaction) => withdraw(transaction, id, at))
  }

  async wantMore(id: string, quantity: number, at: Date): Promise<void> {
    await this.within((transaction) => wantMore(transaction, id, quantity, at))
  }

  async closeContract(id: string, reason: string): Promise<void> {
    await this.within((transaction) => closeContract(transaction, id, reason))
  }

  /** What waited for an approval that cannot come any more. */
  async drop(id: string, reason: string): Promise<void> {
    await drop(this.connection, id, reason)
  }

  async finish(id: string): Promise<void> {
    await this.within((transaction) => finish(transaction, id))
  }

  async receive(contractId: string, payment: PreorderPaymentInput, act: Act): Promise<void> {
    await this.within((transaction) => receive(transaction, contractId, payment, act))
  }

  async payBack(contractId: string, payback: PreorderPaybackInput, act: Act): Promise<void> {
    await this.within((transaction) => payBack(transaction, contractId, payback, act))
  }

  async layDelivery(contractId: string, delivery: NewDelivery, act: Act): Promise<string> {
    return await this.within((transaction) => layDelivery(transaction, contractId, delivery, act))
  }

  async recordPlaced(id: string, problem: string | null): Promise<void> {
    await recordPlaced(this.connection, id, problem)
  }

  async callOff(id: string): Promise<void> {
    await callOff(this.connection, id)
  }

  async recordAccepted(id: string, accepted: { accepted: number; reason: string }, act: Act): Promise<void> {
    await this.within((transaction) => recordAccepted(transaction, id, accepted, act))
  }

  async writeApplication(application: Application & { on_day: string; actor_id: string }): Promise<void> {
    await writeApplication(this.connection, application)
  }

  async closeApplication(id: string, problem: string | null, at: Date): Promise<void> {
    await closeApplication(this.connection, id, problem, at)
  }

  async readOffers(filter: OfferFilter): Promise<OfferRow[]> {
    return await readOffers(this.connection, filter)
  }

  async readContracts(filter: ContractFilter): Promise<ContractRow[]> {
    return await readContracts(this.connection, filter)
  }

  /** Keeps the paper that both sides signed; earlier ones stay. */
  async appendScan(contractId: string, scan: NewScan, keys: Keyring): Promise<ScanHead> {
    return await writeScan(this.execute, PREORDER_SCANS, contractId, scan, keys)
  }

  async readScan(contractId: string, keys: Keyring): Promise<(ScanHead & { content: Buffer }) | null> {
    return await readScan(this.execute, PREORDER_SCANS, contractId, keys)
  }

  /** Only one process at a time does this; null when another would not let go of it. */
  async exclusively<T>(key: string, act: () => Promise<T>): Promise<T | null> {
    return await exclusively(this.connection, key, act)
  }

  private readonly execute: Execute = async (sql, values) => (await this.connection.raw(sql, values as never)).rows

  private async within<T>(act: (transaction: Knex) => Promise<T>): Promise<T> {
    return await this.connection.transaction(act)
  }
}
