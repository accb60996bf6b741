import type { PayoutBatch, SettlementDetail, SettlementDetailQuery, SettlementLeft, SettlementPayment, SettlementSuspense } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskName } from "../domain/mask"
import { type NamedBeneficiary, readNamedBeneficiaries } from "./read-settlement-names"
import { readSettlement, settlementRows } from "./read-settlements"

type PaymentRow = Omit<SettlementPayment, "beneficiary"> & { beneficiary_id: string; total: number }
type LeftRow = Omit<SettlementLeft, "beneficiary"> & { beneficiary_id: string }
type SuspenseRow = Omit<SettlementSuspense, "explained"> & { explained_by: string | null; explained_at: Date | null }

/** A run with a page of its payments and its lists, masked. Errors: not_found, not_in_your_region. */
export async function readSettlementDetail(container: MedusaContainer, id: string, query: SettlementDetailQuery, regions: string[]): Promise<SettlementDetail> {
  const settlement = await readSettlement(container, id, regions)
  const payments = await readPayments(container, id, query)
  const left = await settlementRows<LeftRow>(container,
    "select beneficiary_id, reason, earned_fen::float8 as earned_fen, owed_fen::float8 as owed_fen, note from settlement_left where settlement_id = :id order by reason, owed_fen desc limit 500", { id })
  const named = await readNamedBeneficiaries(container, [...payments, ...left].map(({ beneficiary_id }) => beneficiary_id))
  return {
    settlement, count: payments[0]?.total ?? 0,
    payments: payments.map(({ beneficiary_id, payee_name, total: _total, ...row }) => ({ ...row, beneficiary: named.get(beneficiary_id)!, payee_name: shownPayee(payee_name, named.get(beneficiary_id)!, row.is_successor) })),
    left: left.map(({ beneficiary_id, ...row }) => ({ ...row, beneficiary: named.get(beneficiary_id)! })),
    suspense: await readSuspense(container, id), batches: await readBatches(container, id),
  }
}

const shownPayee = (name: string, { kind }: NamedBeneficiary, is_successor: boolean) => (kind === "collective" && !is_successor ? name : maskName(name))

async function readPayments(container: MedusaContainer, id: string, { state, method, offset, limit }: SettlementDetailQuery): Promise<PaymentRow[]> {
  return await settlementRows(container,
    `select p.id, p.beneficiary_id, p.payee_name, p.successor_id is not null as is_successor, p.method, p.state, p.earned_fen::float8 as earned_fen, p.netted_fen::float8 as netted_fen, p.amount_fen::float8 as amount_fen,
       count(*) over ()::integer as total,
       coalesce((select json_agg(json_build_object('id', a.id, 'number', a.number, 'method', a.method, 'reference', a.reference, 'state', a.state, 'reason', a.reason, 'at', a.result_at, 'batch', b.number) order by a.number)
         from settlement_attempt a left join settlement_batch b on b.id = a.batch_id where a.payment_id = p.id), '[]') as attempts
     from settlement_payment p join household h on h.id = p.beneficiary_id
     where p.settlement_id = :id and (:state::text is null or p.state = :state) and (:method::text is null or p.method = :method) order by h.code offset :offset limit :limit`,
    { id, state: state ?? null, method: method ?? null, offset, limit })
}

async function readSuspense(container: MedusaContainer, id: string): Promise<SettlementSuspense[]> {
  const rows = await settlementRows<SuspenseRow>(container,
    `select s.id, s.producer_id, coalesce(a.number || ' ' || a.title, s.linkage_version_id) as linkage, s.entries, s.amount_fen::float8 as amount_fen, s.explanation, s.explained_by, s.explained_at
     from settlement_suspense s left join linkage_version v on v.id = s.linkage_version_id left join linkage_agreement a on a.id = v.agreement_id where s.settlement_id = :id order by s.amount_fen desc`, { id })
  return rows.map(({ explained_by, explained_at, ...row }) => ({ ...row, explained: explained_at && { by: explained_by!, at: explained_at.toISOString() } }))
}

async function readBatches(container: MedusaContainer, id: string): Promise<PayoutBatch[]> {
  const rows = await settlementRows<Omit<PayoutBatch, "at"> & { at: Date }>(container,
    `select b.number, b.method, count(a.id)::integer as payments, coalesce(sum(a.amount_fen), 0)::float8 as amount_fen, b.created_by as by, b.created_at as at,
       (select json_build_object('id', s.id, 'filename', s.filename, 'sha256', s.sha256, 'by', s.uploaded_by, 'at', s.uploaded_at) from settlement_scan s where s.batch_id = b.id order by s.uploaded_at desc limit 1) as scan
     from settlement_batch b left join settlement_attempt a on a.batch_id = b.id where b.settlement_id = :id group by b.id order by b.number`, { id })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
