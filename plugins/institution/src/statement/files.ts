import { createHash } from "node:crypto"
import { allowed } from "@fupin/access"
import { decideScan } from "@fupin/benefit/domain/voucher/scan"
import { generateEntityId } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideInvoiceFile } from "../domain/statement/invoice-file"
import { phoneKeys } from "../keys"
import type { SealedFile } from "../modules/statement/service"
import { statementsOf } from "."

/** A PDF, JPEG or PNG as it is kept: sealed, for names and signatures stand on it. Errors: scan_wrong_type, scan_too_big. */
export const sealFile = (content: Buffer): SealedFile => sealAs(content, allowed(decideScan(content)))

/** An invoice as tax offices hand it out, or its scan. Errors: invoice_wrong_type, scan_too_big. */
export const sealInvoice = (content: Buffer): SealedFile => sealAs(content, allowed(decideInvoiceFile(content)))

function sealAs(content: Buffer, mime: string): SealedFile {
  const id = generateEntityId(undefined, "stfl")
  return { id, mime, sha256: createHash("sha256").update(content).digest("hex"), content_sealed: phoneKeys().seal(`${id}:file`, content.toString("base64")) }
}

/** Error: not_found. */
export async function openFile(container: MedusaContainer, id: string): Promise<{ mime: string; content: Buffer }> {
  const { mime, content_sealed } = await statementsOf(container).readFile(id)
  return { mime, content: Buffer.from(phoneKeys().open(`${id}:file`, content_sealed), "base64") }
}
