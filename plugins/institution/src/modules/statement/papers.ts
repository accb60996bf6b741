import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../spending/sql"
import type { Act } from "./draw"
import type { SealedFile } from "./invoices"

/** The paper of a confirmed statement as it was made first; whoever makes it a second time is answered the first. */
export async function keepPaper(transaction: Knex, statement_id: string, file: SealedFile, { actor_id, at }: Act): Promise<void> {
  await rowsOf(transaction, "select 1 from statement where id = :statement_id for update", { statement_id })
  if ((await readPaper(transaction, statement_id)) !== null) return
  await transaction.raw("insert into statement_file (id, mime, sha256, content_sealed, uploaded_by, uploaded_at) values (:id, :mime, :sha256, :content_sealed, :actor_id, :at)", { ...file, actor_id, at } as never)
  await transaction.raw("insert into statement_paper (statement_id, file_id) values (?, ?)", [statement_id, file.id])
}

/** The id of its file. */
export async function readPaper(connection: Knex, statement_id: string): Promise<string | null> {
  return (await rowsOf<{ file_id: string }>(connection, "select file_id from statement_paper where statement_id = :statement_id", { statement_id }))[0]?.file_id ?? null
}
