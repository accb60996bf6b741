import type { FilingModuleService } from "@fupin/benefit/modules/filing"
import type { LedgerModuleService } from "@fupin/benefit/modules/ledger"
import type { SettlementModuleService } from "@fupin/benefit/modules/settlement"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { PRODUCER } from "./model-world"

const COUNTY = "500238"
const HOUR = 3_600_000

/** What may be refused because there is nothing to do; anything else is a fault. */
async function unless(codes: string[], act: Promise<unknown>): Promise<boolean> {
  return await act.then(() => true, (error: { code?: string }) => {
    if (codes.includes(error.code ?? "")) return false
    throw error
  })
}

/** The office beside the sales: pays out what is payable and files month after month, and remembers what it paid to whom. */
export class ModelOffice {
  readonly paid = new Map<string, number>()
  private unit_id = ""
  private since = new Date(0)
  private runs = 0
  private asked = 0

  constructor(private readonly connection: Knex, private readonly ledger: LedgerModuleService, private readonly settlement: SettlementModuleService, private readonly filing: FilingModuleService) {}

  async open(period: string): Promise<void> {
    this.unit_id = (await this.filing.saveUnit({ name: "巫溪县", kind: "office", region_code: COUNTY, since: period, organisation_id: null, parent_id: null, contact: null, until: null, remind_days: 3 }, new Date())).id
    this.since = (await this.firstOpen()).from_at
  }

  /** A whole run in cash: laid down, submitted, approved by another, handed out; one payee may be missed, and another brings the money back. */
  async settle(missed: number, returned: number): Promise<void> {
    const act = (actor_id: string) => ({ actor_id, at: new Date() })
    const period = `20${String(10 + Math.floor(this.runs / 12)).padStart(2, "0")}-${String((this.runs++ % 12) + 1).padStart(2, "0")}`
    let id = ""
    const resolve = async (ids: string[]) => new Map(ids.map((one) => [one, { payee_name: "领款人", account_marks: [], successor_id: null }]))
    const run = { period, region_code: COUNTY, region_prefix: COUNTY, until: new Date(), producer_ids: [], actor_id: "clerk", at: new Date() }
    if (!(await unless(["nothing_to_settle"], this.settlement.prepare(run, resolve).then((made) => (id = made))))) return
    await this.settlement.move(id, "submit", act("clerk"))
    await this.settlement.move(id, "approve", act("office"))
    let batch = 0
    if (!(await unless(["nothing_to_pay", "settlement_state"], this.settlement.handOut({ settlement_id: id, method: "cash" }, act("clerk"), resolve).then((out) => (batch = out.batch))))) return
    const payments = await this.rows<{ id: string; beneficiary_id: string; fen: number }>("select id, beneficiary_id, amount_fen::float8 as fen from settlement_payment where settlement_id = ? order by id", [id])
    const unpaid = payments.filter((_payment, place) => place === missed)
    const paid = payments.filter((_payment, place) => place !== missed)
    await this.settlement.appendScan(id, batch, { id: `scan_${id}`, filename: "领款表.pdf", mime: "application/pdf", sha256: id, content_sealed: "sealed" }, act("clerk"))
    for (let click = 0; click < 2; click += 1) await this.settlement.payCash({ settlement_id: id, batch, unpaid: click === 0 ? unpaid.map((payment) => ({ payment_id: payment.id, reason: "外出未领" })) : [] }, act("clerk"))
    for (const { beneficiary_id, fen } of paid) this.paid.set(beneficiary_id, (this.paid.get(beneficiary_id) ?? 0) + fen)
    for (const payment of unpaid) await this.settlement.giveUpPayment(payment.id, "外出未领，转下期", act("clerk"))
    const back = paid[returned]
    if (!back) return
    await this.settlement.returnPayment(back.id, "账户已销户", act("clerk"))
    this.paid.set(back.beneficiary_id, this.paid.get(back.beneficiary_id)! - back.fen)
  }

  /** Every third time it is asked. */
  async fileSometimes(): Promise<void> {
    if ((this.asked += 1) % 3 === 0) await this.file()
  }

  /** The oldest open month is sealed, submitted and accepted, whatever month that is. */
  async file(): Promise<void> {
    const { id, version, to_at } = await this.firstOpen()
    const now = new Date(to_at.getTime() + HOUR)
    await this.ledger.seal(new Date())
    const seal = await this.ledger.readSeal()
    const contents = { id, producer_ids: [PRODUCER], since: this.since }
    await this.filing.submitFiling(contents, { actor_id: "clerk", version, now }, { open_items: 0, seal: seal && seal.block })
    await this.filing.acceptFiling(contents, { actor_id: "office", version: version + 1, now }, [])
    await this.filing.openFilings(now)
  }

  private async firstOpen() {
    const { filings } = await this.filing.readFilings({ unit_id: this.unit_id, state: "open", prefixes: null })
    return filings.at(-1)!
  }

  /** Fen paid out by household, as the ledger says. */
  async settled(): Promise<Record<string, number>> {
    const rows = await this.rows<{ id: string; fen: number }>("select beneficiary_id as id, sum(amount_fen)::float8 as fen from ledger_entry where account = 'settled' group by 1 having sum(amount_fen) <> 0", [])
    return Object.fromEntries(rows.map(({ id, fen }) => [id, fen]))
  }

  private async rows<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.connection.raw(text, values as never)).rows
  }
}
