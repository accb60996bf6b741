import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface FiledPaper {
  kind: "roster" | "evidence"
  /** The number of the frozen document, by which it is verified and downloaded. */
  number: string
  sha256: string
}

/** The frozen papers of an accepted filing, 附件1 first. */
export async function readPapers(connection: Knex, filing_id: string): Promise<FiledPaper[]> {
  const { rows } = await connection.raw("select kind, number, sha256 from filing_paper where filing_id = ? order by kind desc", [filing_id])
  return rows
}

/** Notes which document is a filing's paper; a second one is refused by the database. */
export async function appendPaper(connection: Knex, filing_id: string, { kind, number, sha256 }: FiledPaper): Promise<void> {
  await connection.raw("insert into filing_paper (filing_id, kind, number, sha256) values (?, ?, ?, ?) on conflict (filing_id, kind) do nothing", [filing_id, kind, number, sha256])
}

/** Accepted filings whose papers are not both there. */
export async function readWithoutPapers(connection: Knex): Promise<string[]> {
  const { rows } = await connection.raw("select f.id from filing f where f.state = 'accepted' and (select count(*) from filing_paper p where p.filing_id = f.id) < 2 order by f.accepted_at")
  return (rows as { id: string }[]).map(({ id }) => id)
}
