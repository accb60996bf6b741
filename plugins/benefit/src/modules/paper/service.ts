import { allowed, refusal } from "@fupin/access"
import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, generateEntityId, MedusaService } from "@medusajs/framework/utils"
import { decideIssue, decideVoid, seriesOf } from "../../domain/paper/decide-issue"
import { type DocumentFilter, type DocumentRow, insertDocument, lockKey, markVoid, readBy, readNextVersion, readPage, readValid, takeNumber } from "./documents"
import { contentText, openPayload, type PaperContent, type Sealing, sealPayload } from "./payload"
import { type PaperTemplate, readTemplates, saveTemplate } from "./templates"
import { verifyDocuments } from "./verify-documents"

export interface Issue {
  content: PaperContent
  /** Totals that the public may see. */
  rows: number
  total_fen: number
  issued_by: string
  /** Why a valid document with other content is void from now on. */
  reason: string
}

export class PaperModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /**
   * Freezes a paper under the next number of its series, in one transaction. The same content again answers the document that is
   * there; other content voids and replaces it, for a reason. Error: document_differs.
   */
  async issue({ content, issued_by, reason, rows, total_fen }: Issue, sealing: Sealing, now: Date): Promise<DocumentRow> {
    return await this.connection.transaction(async (transaction) => {
      await lockKey(transaction, content)
      const held = await readValid(transaction, content)
      const decided = allowed(decideIssue(held && { id: held.id, content: contentText(openPayload(held, sealing).payload) }, contentText(content), reason), "conflict")
      if ("same" in decided) return held!
      const id = generateEntityId(undefined, "pdoc")
      if (decided.voids !== null) await markVoid(transaction, decided.voids, { reason: decided.reason, by: issued_by, at: now, replaced_by: id })
      const series = seriesOf(content.period, content.regions)
      const { number, sequence } = await takeNumber(transaction, series)
      const { paper: _paper, subject, ...head } = content
      const version = await readNextVersion(transaction, content)
      const issued = { id, number, version, issued_by, issued_at: now }
      await insertDocument(transaction, { ...head, ...issued, series, sequence, subject_kind: subject.kind, subject_id: subject.id, rows, total_fen, ...sealPayload(content, issued, sealing) })
      return (await readBy(transaction, "id", id))!
    })
  }

  /** Voids a document without another in its place. Errors: unknown_document, document_void, void_reason_required. */
  async voidDocument(id: string, reason: string, by: string, now: Date): Promise<DocumentRow> {
    return await this.connection.transaction(async (transaction) => {
      const { status } = await this.retrieveDocument(id, transaction)
      const said = allowed(decideVoid(status, reason))
      if (!(await markVoid(transaction, id, { reason: said, by, at: now, replaced_by: null }))) throw refusal("invalid_data", "document_void")
      return await this.retrieveDocument(id, transaction)
    })
  }

  /** Error: unknown_document. */
  async retrieveDocument(id: string, connection: Knex = this.connection): Promise<DocumentRow> {
    const row = await readBy(connection, "id", id)
    if (!row) throw refusal("not_found", "unknown_document")
    return row
  }

  /** By its number; null when nothing was issued under it. */
  async readByNumber(number: string): Promise<DocumentRow | null> {
    return await readBy(this.connection, "number", number)
  }

  async readDocuments(filter: DocumentFilter): Promise<{ documents: DocumentRow[]; count: number }> {
    return await readPage(this.connection, filter)
  }

  /** Opens every document again and names what does not say what was frozen, and what is gone. */
  async verifyDocuments(sealing: Sealing): Promise<LedgerProblem[]> {
    return await verifyDocuments(this.connection, sealing)
  }

  /** The templates of a region and of everything it lies in, the narrowest first. */
  async readTemplates(region: string): Promise<PaperTemplate[]> {
    return await readTemplates(this.connection, region)
  }

  async saveTemplate(template: PaperTemplate, by: string, now: Date): Promise<void> {
    await saveTemplate(this.connection, template, by, now)
  }
}
