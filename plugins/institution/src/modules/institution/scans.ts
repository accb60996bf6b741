import { createHash } from "node:crypto"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

export interface ScanHead {
  sha256: string
  media_type: string
  bytes: number
  uploaded_at: Date
}

const placeOf = (id: string): string => `${id}:agreement_scan`

/** Signatures stand on it: the content is sealed, its hash is in clear so that a copy can be compared with what was signed. */
export async function writeScan(manager: EntityManager, agreementId: string, { content, media_type, by }: { content: Buffer; media_type: string; by: string }, keys: Keyring): Promise<ScanHead> {
  const id = generateEntityId(undefined, "ascn")
  const sha256 = createHash("sha256").update(content).digest("hex")
  const [row]: ScanHead[] = await manager.execute(`insert into agreement_scan (id, agreement_id, sha256, media_type, bytes, content_sealed, uploaded_by) values (?, ?, ?, ?, ?, ?, ?)
    returning sha256, media_type, bytes, uploaded_at`, [id, agreementId, sha256, media_type, content.length, keys.seal(placeOf(id), content.toString("base64")), by])
  return row!
}

/** The newest, without its content. */
export async function readScanHead(manager: EntityManager, agreementId: string): Promise<ScanHead | null> {
  const [row]: ScanHead[] = await manager.execute("select sha256, media_type, bytes, uploaded_at from agreement_scan where agreement_id = ? order by uploaded_at desc limit 1", [agreementId])
  return row ?? null
}

export async function readScan(manager: EntityManager, agreementId: string, keys: Keyring): Promise<(ScanHead & { content: Buffer }) | null> {
  const [row]: (ScanHead & { id: string; content_sealed: string })[] = await manager.execute("select id, sha256, media_type, bytes, uploaded_at, content_sealed from agreement_scan where agreement_id = ? order by uploaded_at desc limit 1", [agreementId])
  if (!row) return null
  const { id, content_sealed, ...head } = row
  return { ...head, content: Buffer.from(keys.open(placeOf(id), content_sealed), "base64") }
}
