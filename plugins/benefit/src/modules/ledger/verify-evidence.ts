import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contentHash, evidenceHash } from "../../domain/voucher/voucher"
import { readEvidenceRows, readPostedPage, type VoucherRecord } from "../voucher/rows"

const PAGE = 500

/** Documents and the journals they led to, both ways: neither stands without the other, and they say the same. */
const CHECKS: { code: LedgerProblem["code"]; message: string; sql: string }[] = [
  {
    code: "journal_without_evidence", message: "入账没有已批准的凭证",
    sql: `select j.id from ledger_journal j where (j.kind in ('direct_purchase', 'wages', 'rent') and not exists (
        select 1 from voucher v where v.journal_id = j.id and v.kind = j.kind and v.state in ('approved', 'corrected')))
      or (j.kind = 'reversal' and j.order_id is null and not exists (
        select 1 from voucher v join voucher o on o.id = v.corrects where v.reversal_id = j.id and o.journal_id = j.reverses and v.state in ('approved', 'corrected')))`,
  },
  {
    code: "evidence_without_journal", message: "已批准的凭证没有入账，或入账的户与金额不符",
    sql: `select v.id from voucher v where v.state in ('approved', 'corrected') and (
        (v.corrects is not null and not exists (select 1 from ledger_journal j where j.id = v.reversal_id and j.kind = 'reversal'))
        or exists (select 1 from (select household_id, sum(amount_fen) as fen from voucher_row where voucher_id = v.id group by 1) r
          full join (select beneficiary_id, sum(amount_fen) as fen from ledger_entry where journal_id = v.journal_id and account = 'settled' group by 1) e on e.beneficiary_id = r.household_id
          where r.fen is distinct from e.fen))`,
  },
  {
    code: "evidence_without_journal", message: "更正凭证没有把原凭证的入账如数冲回",
    sql: `select v.id from voucher v join voucher o on o.id = v.corrects where v.state in ('approved', 'corrected') and (o.state <> 'corrected' or o.corrected_by is distinct from v.id
      or exists (select 1 from ledger_entry where journal_id in (o.journal_id, v.reversal_id) group by account, beneficiary_id having sum(amount_fen) <> 0))`,
  },
]

/** Invariant 2, second half: every posting beside the sales has its approved evidence, and every approved evidence its posting. */
export async function verifyEvidence(connection: Knex): Promise<LedgerProblem[]> {
  const problems: LedgerProblem[] = []
  for (const { code, message, sql } of CHECKS) {
    const { rows } = await connection.raw(`${sql} limit 100`)
    problems.push(...(rows as { id: string }[]).map(({ id }) => ({ code, id, message })))
  }
  for (let after = ""; ; ) {
    const page = await readPostedPage(connection, after, PAGE)
    problems.push(...(await alteredIn(connection, page)))
    if (page.length < PAGE) return problems
    after = page.at(-1)!.id
  }
}

/** The journal cites the hash of what was approved, and the seal covers the journal: whoever changes the document cannot change that. */
async function alteredIn(connection: Knex, vouchers: VoucherRecord[]): Promise<LedgerProblem[]> {
  const rows = await readEvidenceRows(connection, vouchers.map(({ id }) => id))
  const { rows: cited }: { rows: { id: string; source_ids: string[] }[] } = await connection.raw("select id, source_ids from ledger_journal where id = any(?)", [vouchers.map(({ journal_id, reversal_id }) => journal_id ?? reversal_id ?? "")])
  const { rows: scans }: { rows: { id: string; sha256: string }[] } = await connection.raw("select id, sha256 from voucher_scan where id = any(?)", [vouchers.map(({ scan_id }) => scan_id ?? "")])
  const sources = new Map(cited.map(({ id, source_ids }) => [id, source_ids]))
  const seen = new Map(scans.map(({ id, sha256 }) => [id, sha256]))
  return vouchers.flatMap((voucher) => {
    const hash = contentHash({ ...voucher, rows: rows.get(voucher.id)! })
    const said = sources.get(voucher.journal_id ?? voucher.reversal_id ?? "") ?? []
    const isWhole = hash === voucher.content_hash && said[0] === voucher.id && said[1] === evidenceHash(hash, voucher.scan_id === null ? null : (seen.get(voucher.scan_id) ?? ""))
    return isWhole ? [] : [{ code: "altered_evidence" as const, id: voucher.id, message: `凭证 ${voucher.number} 或其扫描件在批准后被改动` }]
  })
}
