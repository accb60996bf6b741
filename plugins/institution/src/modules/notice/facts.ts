import type { NoticeKind } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Fact } from "../../notices/compose"
import { MISSED } from "../../domain/occurrence-state"
import { rowsOf } from "../campaign/sql"
import { DELIVERY, RECENT, SINCE, standing, STATEMENT } from "./standing"

const NOTHING = "null::text as reason, null::jsonb as people, null::jsonb as goods"
/** What arrived of a contract's advances, less what was paid back. */
const NET = "(coalesce((select sum(p.amount_fen) from preorder_payment p where p.contract_id = c.id), 0) - coalesce((select sum(b.amount_fen) from preorder_payback b where b.contract_id = c.id), 0))"

/** Advances that are due within a week and not covered, what a harvest gave, what of it is left, money that went back. */
const PREORDERS: readonly string[] = [
  `select 'preorder-due:' || c.id || ':' || s.place as key, 'preorder_due' as kind, c.organisation_id, c.id, o.title as subject, s.due_on as day, (s.until - ${NET}) as amount_fen, null::integer as count, ${NOTHING}
    from preorder_contract c join preorder_offer o on o.id = c.offer_id join (select t.*, sum(t.amount_fen) over (partition by t.contract_id order by t.place) as until from preorder_step t) s on s.contract_id = c.id
    where c.state = 'running' and s.due_on between :today and to_char(cast(:today as date) + 7, 'YYYY-MM-DD') and s.until > ${NET}`,
  `select 'preorder-harvest:' || c.id, 'preorder_harvest', c.organisation_id, c.id, o.title, o.answer_by, null, c.allotted, c.booked::text, null, null
    from preorder_contract c join preorder_offer o on o.id = c.offer_id where c.state = 'running' and o.confirmed_at > ${SINCE} and c.allotted is not null`,
  `select 'preorder-surplus:' || c.id, 'preorder_surplus', c.organisation_id, c.id, o.title, o.answer_by, null, null, null, null, null
    from preorder_contract c join preorder_offer o on o.id = c.offer_id where c.state = 'running' and o.confirmed_at > ${SINCE} and o.shared_at is null and o.answer_by >= :today and c.wants_more is null
      and (c.rule->>'surplus_percent')::integer > 0 and o.actual_yield > (select coalesce(sum(x.allotted), 0) from preorder_contract x where x.offer_id = o.id and x.state = 'running')`,
  `select 'preorder-payback:' || b.id, 'preorder_payback', c.organisation_id, c.id, c.number, b.paid_on, b.amount_fen, null, null, null, null
    from preorder_payback b join preorder_contract c on c.id = b.contract_id where b.at > ${SINCE}`,
]

/** Group buys that did not come about, to each unit that took part to the end: how much it had ordered, and what it had paid. */
const GROUP_BUYS = `
  select 'group-buy-off:' || g.id || ':' || p.organisation_id as key, 'group_buy_off' as kind, p.organisation_id, g.id, g.title as subject, null::text as day,
    coalesce(round(sum((select sum(c.captured_amount) from order_cart r join order_payment_collection k on k.order_id = r.order_id and k.deleted_at is null
      join payment_collection c on c.id = k.payment_collection_id and c.deleted_at is null where r.cart_id = p.cart_id and r.deleted_at is null)) * 100), 0) as amount_fen,
    sum(p.quantity) as count, g.reason, null::jsonb as people, null::jsonb as goods
  from group_buy g join group_buy_part p on p.group_buy_id = g.id and p.organisation_id is not null and p.ready_at is not null and p.leaving_at is null
  where g.ended_at > ${SINCE} and g.state in ('failed', 'cancelled', 'closed') and g.final_price_fen is null group by g.id, g.title, g.reason, p.organisation_id`

/** A pause or an end called it off: whoever cancelled it knows. */
const CALLED_OFF = "coalesce(o.delivery_date > s.ends_on, false) or coalesce(o.delivery_date >= s.paused_from and (s.resume_on is null or o.delivery_date < s.resume_on), false)"
/** Deliveries that came about otherwise than they were meant to, each trouble once, with its reason. */
const DELIVERIES: readonly string[] = [
  `select 'delivery:' || o.id || ':short', 'delivery_short', a.organisation_id, o.id, s.name, o.delivery_date, null, null, o.error, null,
    (select jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'requested', l.requested, 'expected', l.supplied, 'substitute', null, 'settle_by', l.settle_by) order by l.variant_id) from occurrence_line l where l.occurrence_id = o.id and l.supplied < l.requested)
    ${DELIVERY} where o.state = 'short' and ${RECENT}`,
  `select 'delivery:' || o.id || ':cancelled', 'delivery_cancelled', a.organisation_id, o.id, s.name, o.delivery_date, null, null, null, null, null ${DELIVERY} where o.state = 'cancelled' and o.decided_by = 'order' and ${RECENT} and not (${CALLED_OFF})`,
  `select 'delivery:' || o.id || ':missed', 'delivery_missed', a.organisation_id, o.id, s.name, o.delivery_date, null, null, o.error, null, null ${DELIVERY} where o.state = 'cancelled' and o.error like '%${MISSED}' and ${RECENT}`,
]

/** The last act of this side on an agreement's terms that the other has not answered. */
const proposals = (kind: NoticeKind, side: "organisation" | "producer", owner: string): string => `
  select '${side}-proposal:' || a.id || ':' || floor(extract(epoch from max(p.created_at))) as key, '${kind}' as kind, ${owner} as owner_id, a.id, a.number as subject, null::text as day, null::bigint as amount_fen, count(*)::integer as count, ${NOTHING}
  from supply_agreement a join agreement_proposal p on p.agreement_id = a.id and p.state = 'open' and p.side = '${side}' where a.producer_id is not null and a.deleted_at is null group by a.id having max(p.created_at) > ${SINCE}`

const INVOICED = "(select sum(l.amount_fen) from invoice_line l where l.invoice_id = i.id)"

/** What sellers did that a unit waits for. */
const SELLERS: readonly string[] = [
  proposals("proposal_received", "producer", "a.organisation_id"),
  `select 'quotes:' || d.id, 'quotes_ready', d.organisation_id, d.id, d.title, d.quote_by, null, (select count(*) from demand_quote q where q.demand_id = d.id and q.withdrawn_at is null), null, null, null
    from demand d where d.stage = 'open' and d.quote_by < :today and d.quote_by >= to_char(cast(:today as date) - 7, 'YYYY-MM-DD')`,
  `select 'invoice:' || i.id || ':issued', 'invoice_issued', i.organisation_id, i.id, i.number, i.issued_on, ${INVOICED}, null, null, null, null from invoice i join statement_file f on f.id = i.file_id where i.state = 'issued' and f.uploaded_at > ${SINCE}`,
  `select 'invoice:' || i.id || ':declined', 'invoice_declined', i.organisation_id, i.id, i.title, null, ${INVOICED}, null, i.declined_reason, null, null from invoice i where i.state = 'declined' and i.declined_at > ${SINCE}`,
  `select 'invoice:' || i.id || ':red', 'invoice_red', i.organisation_id, i.id, i.number, i.red_on, ${INVOICED}, null, i.red_reason, null, null from invoice i join statement_file f on f.id = i.red_file_id where i.state = 'red' and f.uploaded_at > ${SINCE}`,
]

/** What units did that a producer waits for. Seals hold: nothing of another's quote, and of a choice only whether it fell on one's own. */
const PRODUCERS: readonly string[] = [
  proposals("producer_proposal", "organisation", "a.producer_id"),
  `select 'producer-quote:' || q.id, case when q.id = d.quote_id then 'producer_chosen' else 'producer_passed' end, q.producer_id, d.id, d.title, d.quote_by, null, null, null, null, null
    from demand d join demand_quote q on q.demand_id = d.id and q.withdrawn_at is null where d.stage = 'chosen' and d.decided_at > ${SINCE}`,
  `select 'producer-dispute:' || s.id || ':' || s.revision, 'producer_dispute', s.seller_id, s.id, s.number, s.month, null, (select count(*) from statement_line l where l.statement_id = s.id and l.dispute is not null and l.resolution is null), null, null, null from statement s
    where s.state = 'disputed' and exists (select 1 from statement_line l where l.statement_id = s.id and l.disputed_at > ${SINCE})`,
  `select 'producer-paid:' || s.id, 'producer_paid', s.seller_id, s.id, s.number, s.month, (select sum(l.due_fen) from statement_line l where l.statement_id = s.id), null, null, null, null from statement s where s.state = 'settled' and s.settled_at > ${SINCE}`,
  `select 'producer-invoice:' || i.id, 'producer_invoice', i.seller_id, i.id, i.title, null, ${INVOICED}, null, null, null, null from invoice i where i.state = 'requested' and i.requested_at > ${SINCE}`,
]

const MANAGERS = "select m.customer_id from organisation_member m where m.organisation_id = e.organisation_id and m.role = 'manager' and m.deleted_at is null"
/** What happened to members: told to those who manage the unit and to whom it concerns; what the office enters, once it verified it. */
const MEMBERS: readonly string[] = [
  `select 'member:' || e.id as key, 'member_' || e.act as kind, e.organisation_id, e.id, coalesce(nullif(concat(c.last_name, c.first_name), ''), c.email) as subject, null as day, null::bigint as amount_fen, e.counts::integer as count, e.role as reason,
    (select jsonb_agg(p.customer_id) from (${MANAGERS} union select e.customer_id) p) as people, null::jsonb as goods
    from organisation_event e join customer c on c.id = e.customer_id where e.act in ('joined', 'added', 'verified', 'ended') and (e.act <> 'added' or e.side = 'unit') and e.role is not null and e.at > ${SINCE}`,
]

/** What there is to tell, each kind by one query over what was committed, those that stand now in front. `:today` is the business day. */
const FACTS: readonly string[] = [
  ...standing("'failed'"),
  `select 'approval-expired:' || r.id || ':' || r.expires_on, 'approval_expired', r.organisation_id, r.id, r.title, r.expires_on, r.amount_fen, null, null, null, null
    from spending_request r where r.state in ('open', 'expired') and r.approved_until is null and r.expires_on < :today and r.expires_on >= to_char(cast(:today as date) - 7, 'YYYY-MM-DD')
      and not exists (select 1 from occurrence o where 'occurrence:' || o.id = r.key and o.state in ('skipped', 'cancelled'))`,
  `select 'approval-decided:' || r.id || ':' || r.state || ':' || r.expires_on, 'approval_decided', r.organisation_id, r.id, r.title, r.on_day, r.amount_fen, null, case r.state when 'approved' then null else coalesce(r.reason, '') end,
    (select jsonb_agg(a.customer_id) from spending_asker a where a.key = r.key or a.key = r.within), null from spending_request r where r.state in ('approved', 'rejected') and r.closed_at > ${SINCE}`,
  `select 'renewal:' || a.id || ':' || a.valid_to, 'agreement_renewal', a.organisation_id, a.id, a.number, a.valid_to, null, null, null, null, null
    from supply_agreement a where a.deleted_at is null and a.stage = 'signed' and a.valid_from <= :today and a.valid_to between :today and :renewal`,
  STATEMENT("statement_confirmed", "confirmed", "s.confirmed_at"),
  `select 'campaign-refused:' || j.id, 'campaign_refused', c.organisation_id, c.id, c.title, c.choose_by, null, j.refused, null, null, null
    from campaign_job j join campaign c on c.id = j.campaign_id where j.kind = 'place' and j.state = 'done' and j.refused > 0 and j.ended_at > ${SINCE}`,
  `select 'campaign-paid:' || t.id, 'campaign_paid', c.organisation_id, c.id, c.title, t.received_on, t.amount_fen, null, null, null, null
    from campaign_transfer t join campaign c on c.id = t.campaign_id where t.registered_at > ${SINCE} and not exists (select 1 from campaign_transfer_part p where p.transfer_id = t.id and not p.is_registered)`,
  `select 'campaign-unclaimed:' || c.id, 'campaign_unclaimed', c.organisation_id, c.id, c.title, c.choose_by, null, count(*), null, null, null
    from campaign c join campaign_recipient r on r.campaign_id = c.id and r.outcome = 'unclaimed' where c.state = 'done' and c.moved_at > ${SINCE} group by c.organisation_id, c.id, c.title, c.choose_by`,
  ...DELIVERIES, ...PREORDERS, GROUP_BUYS, ...MEMBERS, ...SELLERS, ...PRODUCERS,
]

/** Facts that nobody was told yet. */
export async function readFacts(connection: Knex, today: string, renewal: string): Promise<Fact[]> {
  return await rowsOf(connection, `select x.key, x.kind, x.owner_id, x.id, x.subject, x.day, x.amount_fen::float8 as amount_fen, x.count::integer as count, x.reason, x.people, x.goods
    from (${FACTS.join("\n union all\n")}) x where not exists (select 1 from notice_fact f where f.key = x.key) limit 500`, { today, renewal })
}

/** A plan whose forecast is due to be looked at. */
export interface DuePlan {
  id: string
  organisation_id: string
}

const toldOf = "'plan-behind:' || p.id || ':' || :month"
const CHECKED = "plan-checked:"

/** Plans of a year whose unit was not told this month that they fall behind, and that nobody looked at within a day. */
export async function readDuePlans(connection: Knex, year: number, month: string, now: Date): Promise<DuePlan[]> {
  return await rowsOf(connection, `select p.id, p.organisation_id from spending_plan p where p.year = :year
    and not exists (select 1 from notice_fact f where f.key = ${toldOf} or (f.key = '${CHECKED}' || p.id and f.told_at > cast(:now as timestamptz) - interval '1 day')) order by p.organisation_id, p.id limit 20`, { year, month, now: now.toISOString() })
}

/** Notes that plans were looked at. */
export async function markChecked(connection: Knex, plans: readonly DuePlan[], now: Date): Promise<void> {
  await connection.raw("insert into notice_fact (key, told_at) select k, ? from unnest(?::text[]) as k on conflict (key) do update set told_at = excluded.told_at", [now, plans.map(({ id }) => `${CHECKED}${id}`)])
}
