import { refusal } from "@fupin/access"
import type { Eligibility, MemberLevel, OutsidePurchase, ShareRate, SpendingPlanInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { PlanFacts, Rate } from "../../domain/spending/plan-progress"
import { rowsOf } from "./sql"

export interface PlanRow extends PlanFacts {
  id: string
  organisation_id: string
  title: string
  eligible: Eligibility
}

export interface Act {
  actor_id: string
  at: Date
}

export interface Proof {
  name: string
  mime: string
  sha256: string
  sealed: string
}

export type OutsideEntry = Omit<OutsidePurchase, "id" | "proof_name" | "proof_sha256" | "state" | "reason" | "entered_at"> & { id: string; proof: Proof }

const FEN = ["target_fen", "member_floor_fen", "member_cap_fen", "baseline_fen"].map((column) => `${column}::float8 as ${column}`).join(", ")

/** Found again by organisation, year, kind and title. Error: plan_incomplete. */
export async function savePlan(connection: Knex, organisation_id: string, plan: SpendingPlanInput, { actor_id, at }: Act): Promise<void> {
  const needed = { canteen_share: true, local: plan.target_fen !== null, pair: plan.target_fen !== null && plan.eligible.origins.length > 0, union: true, floor: plan.eligible.origins.length > 0 }
  if (!needed[plan.kind]) throw refusal("invalid_data", "plan_incomplete")
  await connection.raw(`insert into spending_plan (id, organisation_id, year, kind, title, eligible, target_fen, rate_bp, member_floor_fen, member_cap_fen, baseline_fen, changed_by, changed_at)
    values (:id, :organisation_id, :year, :kind, :title, :eligible, :target_fen, :rate_bp, :member_floor_fen, :member_cap_fen, :baseline_fen, :actor_id, :at)
    on conflict (organisation_id, year, kind, title) do update set eligible = excluded.eligible, target_fen = excluded.target_fen, rate_bp = excluded.rate_bp, member_floor_fen = excluded.member_floor_fen,
      member_cap_fen = excluded.member_cap_fen, baseline_fen = excluded.baseline_fen, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  { ...plan, id: generateEntityId(undefined, "splan"), organisation_id, eligible: JSON.stringify(plan.eligible), actor_id, at } as never)
}

export async function readPlans(connection: Knex, organisation_id: string, year: number): Promise<PlanRow[]> {
  return rowsOf(connection, `select id, organisation_id, year, kind, title, eligible, rate_bp, ${FEN}, null as member_source from spending_plan where organisation_id = :organisation_id and year = :year order by kind, title`, { organisation_id, year })
}

export async function saveRate(connection: Knex, rate: ShareRate, { actor_id, at }: Act): Promise<void> {
  await connection.raw(`insert into spending_share_rate (region_code, from_year, rate_bp, source, changed_by, changed_at) values (:region_code, :from_year, :rate_bp, :source, :actor_id, :at)
    on conflict (region_code, from_year) do update set rate_bp = excluded.rate_bp, source = excluded.source, changed_by = excluded.changed_by, changed_at = excluded.changed_at`, { ...rate, actor_id, at } as never)
}

export async function readRates(connection: Knex): Promise<(Rate & { source: string })[]> {
  return rowsOf(connection, "select region_code, from_year, rate_bp, source from spending_share_rate order by region_code, from_year")
}

export async function saveMemberLevel(connection: Knex, level: MemberLevel, { actor_id, at }: Act): Promise<void> {
  await connection.raw(`insert into spending_member_level (region_code, from_year, floor_fen, cap_fen, source, changed_by, changed_at) values (:region_code, :from_year, :floor_fen, :cap_fen, :source, :actor_id, :at)
    on conflict (region_code, from_year) do update set floor_fen = excluded.floor_fen, cap_fen = excluded.cap_fen, source = excluded.source, changed_by = excluded.changed_by, changed_at = excluded.changed_at`, { ...level, actor_id, at } as never)
}

export async function readMemberLevels(connection: Knex): Promise<MemberLevel[]> {
  return rowsOf(connection, "select region_code, from_year, floor_fen::float8 as floor_fen, cap_fen::float8 as cap_fen, source from spending_member_level order by region_code, from_year")
}

const OUTSIDE = "id, organisation_id, platform, source, seller, goods, origin_code, amount_fen::float8 as amount_fen, paid_on, proof_name, proof_sha256, state, reason, entered_at"

/**
 * Purchases on one proof, each its own part of it; the same proof is not entered again while any of them stands. The first row keeps
 * the proof for all of them. Error: proof_known.
 */
export async function enterOutside(connection: Knex, entries: OutsideEntry[], { actor_id, at }: Act): Promise<void> {
  const rows = entries.map(({ proof, ...entry }, part) => ({ ...entry, proof_part: part, proof_name: proof.name, proof_mime: proof.mime, proof_sha256: proof.sha256, proof_sealed: part === 0 ? proof.sealed : "" }))
  const written = await rowsOf(connection, `
    insert into spending_outside_purchase (id, organisation_id, platform, source, seller, goods, origin_code, amount_fen, paid_on, proof_name, proof_mime, proof_sha256, proof_part, proof_sealed, state, entered_by, entered_at)
    select id, organisation_id, platform, source, seller, goods, origin_code, amount_fen, paid_on, proof_name, proof_mime, proof_sha256, proof_part, proof_sealed, 'proposed', :actor_id, :at
    from jsonb_to_recordset(:rows::jsonb) as r (id text, organisation_id text, platform text, source text, seller text, goods text, origin_code text, amount_fen bigint, paid_on text,
      proof_name text, proof_mime text, proof_sha256 text, proof_part integer, proof_sealed text)
    where not exists (select 1 from spending_outside_purchase held where held.proof_sha256 = r.proof_sha256 and held.state <> 'refused')
    on conflict (proof_sha256, proof_part) where state <> 'refused' do nothing returning id`, { rows: JSON.stringify(rows), actor_id, at })
  if (written.length < rows.length) throw refusal("conflict", "proof_known")
}

export async function readOutside(connection: Knex, filter: { ids?: string[]; organisation_ids?: string[]; states?: OutsidePurchase["state"][] }): Promise<OutsidePurchase[]> {
  const rows = await rowsOf<Omit<OutsidePurchase, "entered_at"> & { entered_at: Date }>(connection, `select ${OUTSIDE} from spending_outside_purchase
    where (:ids::text[] is null or id = any(:ids)) and (:organisation_ids::text[] is null or organisation_id = any(:organisation_ids)) and (:states::text[] is null or state = any(:states)) order by paid_on desc, id`,
  { ids: filter.ids ?? null, organisation_ids: filter.organisation_ids ?? null, states: filter.states ?? null })
  return rows.map((row) => ({ ...row, entered_at: new Date(row.entered_at).toISOString() }))
}

/** The proof of a purchase, with the row that keeps it: its place when it was sealed. */
export async function readProof(connection: Knex, id: string): Promise<(Proof & { kept_by: string }) | null> {
  const [row] = await rowsOf<Proof & { kept_by: string }>(connection, `select p.proof_name as name, p.proof_mime as mime, p.proof_sha256 as sha256, k.proof_sealed as sealed, k.id as kept_by
    from spending_outside_purchase p join spending_outside_purchase k on k.proof_sha256 = p.proof_sha256 and k.proof_sealed <> '' where p.id = :id order by k.id = p.id desc, k.id limit 1`, { id })
  return row ?? null
}

/** Decided once: the state is matched again. Errors: approval_closed, rejection_reason_required. */
export async function decideOutside(connection: Knex, id: string, verdict: "approve" | "refuse", reason: string, { actor_id, at }: Act): Promise<void> {
  if (verdict === "refuse" && reason.trim() === "") throw refusal("invalid_data", "rejection_reason_required")
  const state = verdict === "approve" ? "approved" : "refused"
  const rows = await rowsOf(connection, "update spending_outside_purchase set state = :state, reason = :reason, decided_by = :actor_id, decided_at = :at where id = :id and state = 'proposed' returning id", { id, state, reason: reason || null, actor_id, at })
  if (rows.length === 0) throw refusal("conflict", "approval_closed")
}

/** One order counts for one unit; saying it again changes nothing. Error: unknown_order, when it is not the person's, or counts elsewhere. */
export async function creditOrder(connection: Knex, order_id: string, organisation_id: string, { actor_id, at }: Act): Promise<void> {
  const rows = await rowsOf(connection, `insert into spending_credit (order_id, organisation_id, customer_id, at)
    select id, :organisation_id, customer_id, :at from "order" where id = :order_id and customer_id = :actor_id and deleted_at is null and metadata ->> 'organisation_id' is null
    on conflict (order_id) do update set at = spending_credit.at where spending_credit.organisation_id = excluded.organisation_id returning order_id`, { order_id, organisation_id, actor_id, at })
  if (rows.length === 0) throw refusal("not_found", "unknown_order")
}

export async function readCredits(connection: Knex, organisationIds: string[]): Promise<{ order_id: string; organisation_id: string }[]> {
  return rowsOf(connection, "select order_id, organisation_id from spending_credit where organisation_id = any(:ids)", { ids: organisationIds })
}

/** Whether an order is this person's own, and which unit it counts for; null when it is not. */
export async function readCreditOf(connection: Knex, order_id: string, customer_id: string): Promise<{ organisation_id: string | null } | null> {
  const [row] = await rowsOf<{ organisation_id: string | null }>(connection, `select c.organisation_id from "order" o left join spending_credit c on c.order_id = o.id
    where o.id = :order_id and o.customer_id = :customer_id and o.deleted_at is null and o.metadata ->> 'organisation_id' is null`, { order_id, customer_id })
  return row ?? null
}
