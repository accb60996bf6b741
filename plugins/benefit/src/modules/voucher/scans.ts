import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface Scan {
  id: string
  voucher_id: string
  mime: string
  bytes: number
  sha256: string
  uploaded_at: Date
}

const COLUMNS = "id, voucher_id, mime, bytes, sha256, uploaded_at"

/** The newest scan of a document; the earlier ones stay. */
export async function readLastScan(connection: Knex, voucherId: string): Promise<Scan | null> {
  const { rows: [scan] } = await connection.raw(`select ${COLUMNS} from voucher_scan where voucher_id = ? order by uploaded_at desc, id desc limit 1`, [voucherId])
  return scan ?? null
}

/** The newest scan of each of these documents. */
export async function readLastScans(connection: Knex, voucherIds: string[]): Promise<Map<string, Scan>> {
  const { rows } = await connection.raw(`select distinct on (voucher_id) ${COLUMNS} from voucher_scan where voucher_id = any(?) order by voucher_id, uploaded_at desc, id desc`, [voucherIds])
  return new Map((rows as Scan[]).map((scan) => [scan.voucher_id, scan]))
}
