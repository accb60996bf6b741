import type { MailChoice, Notice } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, generateEntityId, MedusaService } from "@medusajs/framework/utils"
import type { Fact, Seat } from "../../notices/compose"
import { insertRows, rowsOf } from "../campaign/sql"
import { type DuePlan, markChecked, readDuePlans, readFacts } from "./facts"
import { type LetterRow, readLetters } from "./letters"
import { holdMail, isOpen, recordMail } from "./mail"
import { STANDS } from "./standing"

export interface NewNotice { customer_id: string; title: string; body: string; href: string }
/** `owner_id` is the unit or the producer whose people hear of it. */
export interface NoticeRow extends Omit<Notice, "created_at"> { owner_id: string; customer_id: string; created_at: Date }
export interface NewDemand { id: string; title: string; quote_by: string; origin_code: string | null }
export interface Unmailed extends NoticeRow { mail: MailChoice }
export interface OwnSeat { owner_id: string; customer_id: string; role: Seat }

const NOTICE = "n.id, n.owner_id, n.customer_id, n.kind, n.title, n.body, n.href, n.created_at, n.read_at is not null as is_read"

/** What members and producers were told (通知): each fact once, to whom it concerned at that moment. Tables are hand-written SQL. */
export class NoticeModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Facts that nobody was told yet; days are business days, `renewal` the last day on which an agreement that ends is worth a word. */
  async readFacts(today: string, renewal: string): Promise<Fact[]> {
    return await readFacts(this.connection, today, renewal)
  }

  /** Does this in one process at a time: core refuses a bell that another is just ringing. */
  async alone(name: string, work: () => Promise<void>): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      await transaction.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [name])
      await work()
    })
  }

  /** Plans of a year to look at now: none whose unit was told this month (YYYY-MM), nor one looked at within a day. */
  async readDuePlans(year: number, month: string, now: Date): Promise<DuePlan[]> {
    return await readDuePlans(this.connection, year, month, now)
  }

  async markChecked(plans: readonly DuePlan[], now: Date): Promise<void> {
    await markChecked(this.connection, plans, now)
  }

  /** Who belongs to these units now, in which roles, and who acts for these producers. */
  async readSeats(ids: string[]): Promise<OwnSeat[]> {
    return await rowsOf(this.connection, `select organisation_id as owner_id, customer_id, role from organisation_member
        where organisation_id = any(:ids) and deleted_at is null and verified_at <= now() and (left_at is null or left_at > now())
      union all select producer_id, customer_id, 'producer' from producer_member where producer_id = any(:ids) and left_at is null`, { ids })
  }

  /** Producers that somebody acts for and that nobody stopped. */
  async readListeners(): Promise<string[]> {
    return (await rowsOf<{ producer_id: string }>(this.connection, `select distinct m.producer_id from producer_member m where m.left_at is null
      and not exists (select 1 from producer_stop s where s.producer_id = m.producer_id and s.lifted_at is null) order by m.producer_id`)).map(({ producer_id }) => producer_id)
  }

  /** Demands that wait for quotes and that no producer was told of yet. */
  async readNewDemands(today: string): Promise<NewDemand[]> {
    return await rowsOf(this.connection, `select d.id, d.title, d.quote_by, d.origin_code from demand d
      where d.stage = 'open' and d.quote_by >= :today and not exists (select 1 from notice_fact f where f.key = 'demand-told:' || d.id) order by d.created_at limit 20`, { today })
  }

  /** Whether tomorrow's lists are to be read now: once an hour in all processes, for it reads every delivery of the day. */
  async takePackingTurn(date: string, now: Date): Promise<boolean> {
    return (await rowsOf(this.connection, `insert into notice_fact (key, told_at) values ('packing-read:' || :date, cast(:now as timestamptz))
      on conflict (key) do update set told_at = excluded.told_at where notice_fact.told_at <= excluded.told_at - interval '1 hour' returning key`, { date, now: now.toISOString() })).length > 0
  }

  /** Of these keys those that were told. */
  async readTold(keys: string[]): Promise<Set<string>> {
    return new Set((await rowsOf<{ key: string }>(this.connection, "select key from notice_fact where key = any(:keys)", { keys })).map(({ key }) => key))
  }

  /** Writes down that a fact was told and to whom, in one transaction; who comes second writes nothing. */
  async tell(fact: Pick<Fact, "key" | "kind" | "owner_id">, notices: readonly NewNotice[]): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      const first = await rowsOf(transaction, "insert into notice_fact (key) values (:key) on conflict do nothing returning key", { key: fact.key })
      if (first.length === 0) return
      const rows = notices.map((notice) => ({ id: generateEntityId(undefined, "ntce"), fact_key: fact.key, owner_id: fact.owner_id, kind: fact.kind, ...notice }))
      await insertRows(transaction, "notice", { id: "text", fact_key: "text", owner_id: "text", customer_id: "text", kind: "text", title: "text", body: "text", href: "text" }, rows)
    })
  }

  async readNotices(customer_id: string, owner_id: string, page: { offset: number; limit: number }): Promise<NoticeRow[]> {
    return await rowsOf(this.connection, `select ${NOTICE} from notice n where n.customer_id = :customer_id and n.owner_id = :owner_id order by n.created_at desc, n.id limit :limit offset :offset`, { customer_id, owner_id, ...page })
  }

  async countNotices(customer_id: string, owner_id: string): Promise<{ count: number; unread: number }> {
    const [row] = await rowsOf<{ count: number; unread: number }>(this.connection, "select count(*)::integer as count, (count(*) filter (where read_at is null))::integer as unread from notice where customer_id = :customer_id and owner_id = :owner_id", { customer_id, owner_id })
    return row!
  }

  async markRead(customer_id: string, owner_id: string): Promise<void> {
    await this.connection.raw("update notice set read_at = now() where customer_id = ? and owner_id = ? and read_at is null", [customer_id, owner_id])
  }

  async readMailChoice(customer_id: string, owner_id: string): Promise<MailChoice> {
    const [row] = await rowsOf<{ mail: MailChoice }>(this.connection, "select mail from notice_mail_choice where customer_id = :customer_id and owner_id = :owner_id", { customer_id, owner_id })
    return row?.mail ?? "each"
  }

  async saveMailChoice(customer_id: string, owner_id: string, mail: MailChoice): Promise<void> {
    await this.connection.raw("insert into notice_mail_choice (owner_id, customer_id, mail) values (?, ?, ?) on conflict (owner_id, customer_id) do update set mail = excluded.mail", [owner_id, customer_id, mail])
  }

  /** Whether core has a provider that delivers e-mail. */
  async canMail(): Promise<boolean> {
    return (await rowsOf(this.connection, "select 1 from notification_provider where is_enabled and 'email' = any(channels) limit 1")).length > 0
  }

  /** Notices of the last two days that say what is so yet and whose mail is still to be sent, by who wants mail; `today` is the business day. */
  async readUnmailed(today: string, limit: number): Promise<Unmailed[]> {
    return await rowsOf(this.connection, `select ${NOTICE}, coalesce(c.mail, 'each') as mail from notice n left join notice_mail_choice c on c.owner_id = n.owner_id and c.customer_id = n.customer_id
      where n.created_at > now() - interval '2 days' and coalesce(c.mail, 'each') <> 'none' and ${isOpen("'notice:' || n.id")} and ${STANDS} order by n.created_at limit :limit`, { today, limit })
  }

  /** Members of running campaigns to whom a letter is to go; reminders to the silent, from the days before the end, a day after the invitation. */
  async readLetters(kind: "invite" | "remind", days: { today: string; remind_until: string }, limit: number): Promise<LetterRow[]> {
    return await readLetters(this.connection, kind, days, limit)
  }

  /** Whether core has a record of this mail, sent or cut off while sending. */
  async hasMailRecord(idempotency_key: string): Promise<boolean> {
    return (await rowsOf(this.connection, "select 1 from notification where idempotency_key = :idempotency_key and status <> 'failure'", { idempotency_key })).length > 0
  }

  /** Deletes core's records of mail about one thing: they hold addresses. */
  async forgetMail(resource_type: string, resource_id: string): Promise<void> {
    await this.connection.raw("delete from notification where resource_type = ? and resource_id = ?", [resource_type, resource_id])
  }

  /** Takes one mail for this process; null when it was sent, is being sent or failed too often. Answers how often it failed. */
  async holdMail(key: string): Promise<number | null> {
    return await holdMail(this.connection, key)
  }

  /** What became of a mail held. */
  async recordMail(keys: readonly string[], sent: boolean): Promise<void> {
    await recordMail(this.connection, keys, sent)
  }
}
