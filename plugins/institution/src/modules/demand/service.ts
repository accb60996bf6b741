import { allowed, refusal } from "@fupin/access"
import type { DemandChoice, DemandInput, DemandQuoteInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, generateEntityId, MedusaService } from "@medusajs/framework/utils"
import { businessDay } from "../../domain/business-day"
import { decideChoice, decideDemand, decideQuote, demandStateOn, type OfferedGoods } from "../../domain/demand/decide-demand"
import { type DemandRow, type DemandWhere, type QuoteRow, readDemands, readQuotes, rowsOf } from "./rows"

export interface Act {
  actor_id: string
  at: Date
}

type Ranked = Parameters<typeof decideChoice>[1]

/** What organisations seek and producers offer. Every act is one transaction under the demand's lock. */
export class DemandModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  async readDemands(where: DemandWhere): Promise<DemandRow[]> {
    return readDemands(this.connection, where)
  }

  async readQuotes(demandIds: string[]): Promise<QuoteRow[]> {
    return demandIds.length === 0 ? [] : readQuotes(this.connection, demandIds)
  }

  /** Answers its id. Errors: those of `decideDemand`. */
  async post({ lines, bulk, ...demand }: DemandInput, { actor_id, at }: Act): Promise<string> {
    allowed(decideDemand({ ...demand, lines, bulk }, businessDay(at)))
    const id = generateEntityId(undefined, "dem")
    await this.connection.raw(`insert into demand (id, number, organisation_id, title, from_day, to_day, weekdays, quote_by, origin_code, note, lines, bulk, stage, created_by, created_at)
      values (:id, 'XQ' || :day || lpad(nextval('demand_number')::text, 5, '0'), :organisation_id, :title, :from_day, :to_day, :weekdays, :quote_by, :origin_code, :note, :lines, :bulk, 'open', :actor_id, :at)`,
    { ...demand, id, day: businessDay(at).replaceAll("-", ""), lines: JSON.stringify(lines), bulk: bulk && JSON.stringify(bulk), actor_id, at } as never)
    return id
  }

  /** Errors: not_found, demand_closed. Again changes nothing. */
  async withdraw(id: string, { actor_id, at }: Act): Promise<void> {
    await this.locked(id, async (transaction, { stage }) => {
      if (stage === "chosen") throw refusal("conflict", "demand_closed")
      if (stage === "open") await transaction.raw("update demand set stage = 'withdrawn', decided_by = ?, decided_at = ? where id = ?", [actor_id, at, id])
    })
  }

  /** Takes the place of the producer's earlier quote. Answers its id. Errors: not_found, those of `decideQuote`. */
  async quote(id: string, quote: DemandQuoteInput, goods: Map<string, OfferedGoods>, { actor_id, at }: Act): Promise<string> {
    return await this.locked(id, async (transaction, demand) => {
      allowed(decideQuote({ ...demand, line_count: demand.lines.length, is_bulk: demand.bulk !== null }, quote, goods, businessDay(at)))
      await transaction.raw("update demand_quote set withdrawn_at = ? where demand_id = ? and producer_id = ? and withdrawn_at is null", [at, id, quote.producer_id])
      const quote_id = generateEntityId(undefined, "demq")
      await transaction.raw(`insert into demand_quote (id, demand_id, producer_id, valid_to, note, deductions, quoted_by, quoted_at) values (?, ?, ?, ?, ?, ?, ?, ?)`, [quote_id, id, quote.producer_id, quote.valid_to, quote.note, JSON.stringify(quote.deductions), actor_id, at])
      await transaction.raw(`insert into demand_quote_line (quote_id, line, variant_id, unit_price_fen, content_milli)
        select ?, line, variant_id, unit_price_fen, content_milli from jsonb_to_recordset(?::jsonb) as l(line integer, variant_id text, unit_price_fen bigint, content_milli bigint)`, [quote_id, JSON.stringify(quote.lines)])
      return quote_id
    })
  }

  /** Until quotes are opened. Errors: not_found, demand_closed, quoting_ended. Again changes nothing. */
  async withdrawQuote(quoteId: string, { at }: Pick<Act, "at">): Promise<void> {
    const held = await this.demandOfQuote(quoteId)
    if (!held) throw refusal("not_found", "not_found")
    await this.locked(held.demand_id, async (transaction, { stage, quote_by }) => {
      if (stage !== "open") throw refusal("conflict", "demand_closed")
      if (businessDay(at) > quote_by) throw refusal("conflict", "quoting_ended")
      await transaction.raw("update demand_quote set withdrawn_at = coalesce(withdrawn_at, ?) where id = ?", [at, quoteId])
    })
  }

  async demandOfQuote(quoteId: string): Promise<{ demand_id: string; producer_id: string } | null> {
    const [row] = await rowsOf<{ demand_id: string; producer_id: string }>(this.connection, "select demand_id, producer_id from demand_quote where id = :quoteId", { quoteId })
    return row ?? null
  }

  /** The same choice again changes nothing, another one is refused. Errors: not_found, those of `decideChoice`. */
  async choose(id: string, choice: DemandChoice, ranked: Ranked, { actor_id, at }: Act): Promise<void> {
    await this.locked(id, async (transaction, { stage, quote_by, quote_id }) => {
      if (stage === "chosen" && quote_id === choice.quote_id) return
      allowed(decideChoice({ state: demandStateOn(stage, quote_by, businessDay(at)) }, ranked, choice), "conflict")
      await transaction.raw("update demand set stage = 'chosen', quote_id = ?, reason = ?, decided_by = ?, decided_at = ? where id = ?", [choice.quote_id, choice.reason, actor_id, at, id])
    })
  }

  /** What the choice became. */
  async noteAgreement(id: string, agreementId: string): Promise<void> {
    await this.connection.raw("update demand set agreement_id = ? where id = ? and agreement_id is null", [agreementId, id])
  }

  private async locked<Result>(id: string, act: (transaction: Knex, demand: DemandRow) => Promise<Result>): Promise<Result> {
    return await this.connection.transaction(async (transaction) => {
      await transaction.raw("select 1 from demand where id = ? for update", [id])
      const [demand] = await readDemands(transaction, { ids: [id] })
      if (!demand) throw refusal("not_found", "not_found")
      return await act(transaction, demand)
    })
  }
}
