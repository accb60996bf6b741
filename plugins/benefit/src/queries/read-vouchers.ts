import { allowed, decideRegion } from "@fupin/access"
import type { Voucher, VoucherDetail, VoucherList, VoucherQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { maskName } from "../domain/mask"
import { regionPrefix, villageOf } from "../domain/place"
import type { EvidenceRow } from "../domain/voucher/voucher"
import { VOUCHER_MODULE, type VoucherModuleService } from "../modules/voucher"
import { readPlaces } from "./read-places"

/** As many as a list may have. */
const SHOWN_ROWS = 5_000

const VOUCHERS = `
  select v.id, v.number, v.kind, v.state, v.region_code, v.period, v.payer_name, v.payer_person, v.payment_way, v.paid_on, v.total_fen::float8 as total_fen,
    (select count(*) from voucher_row r where r.voucher_id = v.id)::integer as row_count,
    case when v.corrects is null then null else jsonb_build_object('id', v.corrects, 'number', (select o.number from voucher o where o.id = v.corrects), 'reason', v.reason) end as corrects,
    case when v.corrected_by is null then null else jsonb_build_object('id', v.corrected_by, 'number', (select o.number from voucher o where o.id = v.corrected_by)) end as corrected_by,
    jsonb_build_object('id', v.created_by, 'email', (select email from "user" u where u.id = v.created_by)) as created_by, v.created_at,
    case when v.decided_by is null then null else jsonb_build_object('id', v.decided_by, 'email', (select email from "user" u where u.id = v.decided_by)) end as decided_by, v.decided_at, v.decision_reason, v.journal_id,
    (select jsonb_build_object('mime', s.mime, 'bytes', s.bytes, 'sha256', s.sha256, 'uploaded_at', s.uploaded_at) from voucher_scan s where s.voucher_id = v.id order by s.uploaded_at desc, s.id desc limit 1) as scan
  from voucher v`

/** A page of documents about households in these regions, newest first, with the sum of all that the filter finds. */
export async function readVouchers(container: MedusaContainer, query: VoucherQuery, regions: string[]): Promise<VoucherList> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const values = {
    prefixes: regions.includes("*") ? null : regions.map((region) => `${regionPrefix(region)}%`), kind: query.kind ?? null, state: query.state ?? null, period: query.period ?? null,
    journal_id: query.journal_id ?? null, q: query.q ? `%${query.q.replace(/[\\%_]/g, "\\$&")}%` : null, offset: query.offset, limit: query.limit,
  }
  const where = `where (:prefixes::text[] is null or v.region_code like any(:prefixes)) and (:kind::text is null or v.kind = :kind) and (:state::text is null or v.state = :state)
    and (:period::text is null or v.period = :period) and (:journal_id::text is null or :journal_id in (v.journal_id, v.reversal_id)) and (:q::text is null or v.number ilike :q or v.payer_name ilike :q)`
  const { rows: [counted] } = await connection.raw(`select count(*)::integer as count, coalesce(sum(v.total_fen), 0)::float8 as total_fen from voucher v ${where}`, values as never)
  const { rows } = await connection.raw(`${VOUCHERS} ${where} order by v.created_at desc, v.number desc offset :offset limit :limit`, values as never)
  return { vouchers: rows.map(shown), count: counted.count, total_fen: counted.total_fen }
}

/** One document with its rows, masked. Errors: not_found, not_in_your_region. */
export async function readVoucher(container: MedusaContainer, id: string, regions: string[]): Promise<VoucherDetail> {
  const { rows: held } = await requireVoucher(container, id, regions)
  const { rows: [voucher] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(`${VOUCHERS} where v.id = ?`, [id])
  const people = await readPeople(container, held.slice(0, SHOWN_ROWS))
  return { ...shown(voucher), rows: held.slice(0, SHOWN_ROWS).map((row) => ({ ...row, ...people.get(row.household_id)! })) }
}

/** The document, if it lies in these regions. Errors: not_found, not_in_your_region. */
export async function requireVoucher(container: MedusaContainer, id: string, regions: string[]): ReturnType<VoucherModuleService["readVoucher"]> {
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  const voucher = await module.readVoucher(id)
  allowed(decideRegion(voucher.region_code, regions), "forbidden")
  return voucher
}

async function readPeople(container: MedusaContainer, rows: EvidenceRow[]): Promise<Map<string, { household_code: string; household_name: string; place: string }>> {
  const { rows: people } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select id, code, kind, name, region_code from household where id = any(?)", [[...new Set(rows.map(({ household_id }) => household_id))]])
  const places = await readPlaces(container, people.map(({ region_code }: { region_code: string }) => region_code))
  return new Map(people.map(({ id, code, kind, name, region_code }: { id: string; code: string; kind: string; name: string; region_code: string }) =>
    [id, { household_code: code, household_name: kind === "collective" ? name : maskName(name), place: villageOf(places.get(region_code)!) }]))
}

function shown({ created_at, decided_at, scan, ...voucher }: Omit<Voucher, "created_at" | "decided_at"> & { created_at: Date; decided_at: Date | null }): Voucher {
  return { ...voucher, created_at: created_at.toISOString(), decided_at: decided_at && decided_at.toISOString(), scan: scan && { ...scan, uploaded_at: new Date(scan.uploaded_at).toISOString() } }
}
