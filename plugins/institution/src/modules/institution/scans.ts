import { createHash } from "node:crypto"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import { generateEntityId } from "@medusajs/framework/utils"

export interface ScanHead {
  sha256: string
  media_type: string
  bytes: number
  uploaded_at: Date
}

export interface NewScan {
  content: Buffer
  media_type: string
  by: string
}

/** Where scans of one kind of contract stand, and the column that names what was signed; the tables are alike. */
export interface ScanTable {
  name: "agreement_scan" | "preorder_scan"
  owner: "agreement_id" | "contract_id"
}
export const AGREEMENT_SCANS: ScanTable = { name: "agreement_scan", owner: "agreement_id" }
export const PREORDER_SCANS: ScanTable = { name: "preorder_scan", owner: "contract_id" }

/** A statement with positional values within a connection or a transaction. */
export type Execute = (sql: string, values: unknown[]) => Promise<unknown[]>

const placeOf = (id: string, { name }: ScanTable): string => `${id}:${name}`
const newest = ({ name, owner }: ScanTable, columns: string): string => `select ${columns} from ${name} where ${owner} = ? order by uploaded_at desc limit 1`
const HEAD = "sha256, media_type, bytes, uploaded_at"

/** Signatures stand on it: the content is sealed, its hash is in clear so that a copy can be compared with what was signed. */
export async function writeScan(execute: Execute, table: ScanTable, ownerId: string, { content, media_type, by }: NewScan, keys: Keyring): Promise<ScanHead> {
  const id = generateEntityId(undefined, "ascn")
  const sha256 = createHash("sha256").update(content).digest("hex")
  const [row] = await execute(`insert into ${table.name} (id, ${table.owner}, sha256, media_type, bytes, content_sealed, uploaded_by) values (?, ?, ?, ?, ?, ?, ?) returning ${HEAD}`,
    [id, ownerId, sha256, media_type, content.length, keys.seal(placeOf(id, table), content.toString("base64")), by])
  return row as ScanHead
}

/** The newest, without its content. */
export async function readScanHead(execute: Execute, table: ScanTable, ownerId: string): Promise<ScanHead | null> {
  const [row] = await execute(newest(table, HEAD), [ownerId])
  return (row ?? null) as ScanHead | null
}

export async function readScan(execute: Execute, table: ScanTable, ownerId: string, keys: Keyring): Promise<(ScanHead & { content: Buffer }) | null> {
  const [row] = await execute(newest(table, `${HEAD}, id, content_sealed`), [ownerId]) as (ScanHead & { id: string; content_sealed: string })[]
  if (!row) return null
  const { id, content_sealed, ...head } = row
  return { ...head, content: Buffer.from(keys.open(placeOf(id, table), content_sealed), "base64") }
}
