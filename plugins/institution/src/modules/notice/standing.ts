import { ERRORS } from "@fupin/contract/codes"
import type { NoticeKind } from "@fupin/contract/schemas"
import { OVER_BUDGET } from "../../domain/spending/plan-gate"

/** Older facts are no news. */
export const SINCE = "now() - interval '7 days'"
/** A confirmed statement that nobody paid for so long is overdue. */
const OVERDUE = "now() - interval '30 days'"

export const STATEMENT = (kind: NoticeKind, state: string, moment: string) => `
  select 'statement:' || s.id || ':${state}:' || s.revision as key, '${kind}' as kind, s.organisation_id, s.id, s.number as subject, s.month as day,
    (select sum(l.due_fen) from statement_line l where l.statement_id = s.id) as amount_fen, null as count, null as reason, null::jsonb as people, null::jsonb as goods
  from statement s where s.state = '${state}' and ${moment} > ${SINCE}`

export const DELIVERY = "from occurrence o join standing_order s on s.id = o.standing_order_id join supply_agreement a on a.id = s.agreement_id"
export const RECENT = `o.deleted_at is null and o.updated_at > ${SINCE}`
const IS_OVER_BUDGET = `o.error like '%${OVER_BUDGET}%'`

/** Waits for the unit's own approval, which whoever decides is told of. */
const IS_WAITING = `coalesce(o.error, '') like '%${ERRORS.approval_needed}%'`

/** Deliveries that are not ordered, in these states, each trouble once, with its reason. */
const failed = (states: string): string => `
  select 'delivery:' || o.id || ':' || case when ${IS_OVER_BUDGET} then 'over_budget' else 'failed:' || md5(coalesce(o.error, '')) end as key, case when ${IS_OVER_BUDGET} then 'delivery_over_budget' else 'delivery_failed' end as kind,
    a.organisation_id as owner_id, o.id, s.name as subject, o.delivery_date as day, null::bigint as amount_fen, null::integer as count, o.error as reason, null::jsonb as people, null::jsonb as goods ${DELIVERY} where o.state in (${states}) and ${RECENT} and not ${IS_WAITING}`

/** Facts that say how something stands, each kind by one query; an hour later they may be over. `failedIn` are the states in which a delivery is not ordered. */
export const standing = (failedIn: string): string[] => [
  `select 'approval:' || r.id || ':' || r.expires_on as key, 'approval_waiting' as kind, r.organisation_id as owner_id, r.id, r.title as subject, r.expires_on as day, r.amount_fen, null::integer as count, null::text as reason, null::jsonb as people, null::jsonb as goods
    from spending_request r where r.state = 'open' and r.expires_on >= :today and not exists (select 1 from occurrence o where 'occurrence:' || o.id = r.key and o.state in ('skipped', 'cancelled'))`,
  failed(failedIn),
  `select 'shortage:' || o.id || ':' || floor(extract(epoch from max(e.told_at))), 'shortage', a.organisation_id, o.id, s.name, o.delivery_date, null, null, o.cutoff_on, null,
    jsonb_agg(jsonb_build_object('variant_id', e.variant_id, 'requested', e.requested, 'expected', e.expected, 'substitute', e.substitute_variant_id, 'settle_by', coalesce(g.settle_by, 'count')) order by e.variant_id)
    from expected_shortage e join occurrence o on o.id = e.occurrence_id join standing_order s on s.id = o.standing_order_id join supply_agreement a on a.id = s.agreement_id
    left join supply_agreement_line g on g.agreement_id = a.id and g.variant_id = e.variant_id and g.deleted_at is null
    where o.deleted_at is null and o.state = 'planned' and o.cutoff_on >= :today and e.expected < e.requested group by a.organisation_id, o.id, s.name`,
  STATEMENT("statement_ready", "sent", "s.sent_at"), STATEMENT("statement_disputed", "disputed", "s.drawn_at + interval '60 days'"), STATEMENT("statement_adjusted", "adjusted", "s.drawn_at + interval '60 days'"),
  `select 'statement:' || s.id || ':overdue', 'statement_overdue', s.organisation_id, s.id, s.number, s.month, (select sum(l.due_fen) from statement_line l where l.statement_id = s.id), null, null, null, null
    from statement s where s.state = 'confirmed' and s.confirmed_at <= ${OVERDUE}`,
]

const PASSING: readonly NoticeKind[] = ["approval_waiting", "delivery_failed", "delivery_over_budget", "shortage", "statement_ready", "statement_disputed", "statement_adjusted", "statement_overdue"]

/** Whether the notice `n` says what is so yet. What is being tried again at this moment is not ordered yet. `:today` is the business day. */
export const STANDS = `(n.kind not in (${PASSING.map((kind) => `'${kind}'`).join(", ")}) or n.fact_key in (select x.key from (${standing("'failed', 'claimed'").join("\n union all\n")}) x))`
