import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type DocumentRow, readBy } from "./documents"
import { isUnaltered, type Sealing } from "./payload"

export async function verifyDocuments(connection: Knex, sealing: Sealing): Promise<LedgerProblem[]> {
  const problems: LedgerProblem[] = []
  for await (const row of everyDocument(connection)) {
    if (!isUnaltered(row, sealing)) problems.push({ code: "altered_document", id: row.number, message: `文件 ${row.number} 的内容在开具后被改动` })
  }
  return [...problems, ...(await missing(connection)), ...(await brokenChains(connection))]
}

/** One at a time: a payload may be large. */
async function* everyDocument(connection: Knex): AsyncGenerator<DocumentRow> {
  const { rows } = await connection.raw("select id from paper_document order by id")
  for (const { id } of rows as { id: string }[]) {
    const row = await readBy(connection, "id", id)
    if (row) yield row
  }
}

/** A series has no gaps: what is missing was deleted. */
async function missing(connection: Knex): Promise<LedgerProblem[]> {
  const { rows } = await connection.raw(
    `select s.series || '-' || lpad(n::text, 4, '0') as id from (
       select coalesce(d.series, s.series) as series, greatest(coalesce(s.last, 0), coalesce(d.last, 0)) as last
       from paper_series s full join (select series, max(sequence) as last from paper_document group by 1) d on d.series = s.series) s
     cross join lateral generate_series(1, s.last) n where not exists (select 1 from paper_document d where d.series = s.series and d.sequence = n) limit 100`)
  return (rows as { id: string }[]).map(({ id }) => ({ code: "missing_document" as const, id, message: `编号 ${id} 开头的文件被删除` }))
}

/** What replaced a document is there. */
async function brokenChains(connection: Knex): Promise<LedgerProblem[]> {
  const { rows } = await connection.raw("select number as id from paper_document d where replaced_by is not null and not exists (select 1 from paper_document n where n.id = d.replaced_by) limit 100")
  return (rows as { id: string }[]).map(({ id }) => ({ code: "missing_document" as const, id, message: `换发文件 ${id} 的新文件不见了` }))
}
