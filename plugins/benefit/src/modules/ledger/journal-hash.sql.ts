const ISO = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** `recorded_at` of a journal as its leaf has it. */
export const RECORDED_AT = `to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Joins to `ledger_journal j` what its entries say: their text, the hash of their people, their sum and number. */
export const ENTRIES_OF_JOURNAL = `
  cross join lateral (
    select coalesce(string_agg(E'\\n' || concat_ws('|', account, coalesce(producer_id, ''), coalesce(linkage_version_id, ''), coalesce(line_item_id, ''), amount_fen, case when order_id is distinct from j.order_id then coalesce(order_id, '') end), '' order by position), '') as lines,
      encode(sha256(convert_to(case when j.rule_version < 2 then '' else j.idempotency_key || E'\\n' end || coalesce(string_agg(coalesce(beneficiary_id, ''), ',' order by position), ''), 'UTF8')), 'hex') as people,
      coalesce(sum(amount_fen), 0)::float8 as sum, count(*)::integer as entries
    from ledger_entry where journal_id = j.id) e`

/** What may be shown of a journal: the same text as the domain's `journalText`. Needs the join above. */
export const JOURNAL_TEXT = `(
  concat_ws('|', 'journal', j.idempotency_key, j.kind, coalesce(j.order_id, ''), j.rule_version, coalesce(j.reverses, ''), ${ISO("j.event_at")})
  || E'\\n' || coalesce((select string_agg(s.id || '=' || ${ISO("s.at")}, ',' order by s.place) from unnest(j.source_ids, j.source_ats) with ordinality s(id, at, place)), '')
  || e.lines)`

/** The journal's hash, made anew from its rows: the same as the domain's `journalHash`. Needs the join above. */
export const JOURNAL_HASH = `encode(sha256(convert_to(${JOURNAL_TEXT} || E'\\n' || e.people, 'UTF8')), 'hex')`
