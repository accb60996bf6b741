import { pipeline, Readable } from "node:stream"
import { createInflateRaw } from "node:zlib"
import { refusal } from "@fupin/access"

/** A file inside the archive. */
export interface Part {
  name: string
  method: number
  /** Compressed bytes. */
  data: Buffer
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MANY_PARTS = 2_000
const SLICE = 65_536

const notXlsx = (message?: string) => refusal("invalid_data", "intake_not_xlsx", message)

/** Lists an archive by its central directory; nothing is unpacked yet. Error: intake_not_xlsx. */
export function listParts(file: Buffer): Map<string, Part> {
  if (file.length > 8 && file.readUInt32BE(0) === 0xd0cf11e0) throw notXlsx("这是旧版 .xls 或加了密码的文件，请去掉密码并另存为 .xlsx")
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  if (count > MANY_PARTS || count === 0) throw notXlsx()
  const parts = new Map<string, Part>()
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw notXlsx()
    const [flags, method, size] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [name, extra, comment, local] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    if (flags & 1 || (method !== 0 && method !== 8)) throw notXlsx()
    const title = file.toString("utf8", at + 46, at + 46 + name)
    parts.set(title.replace(/\\/g, "/"), { name: title, method, data: dataAt(file, local, size) })
    at += 46 + name + extra + comment
  }
  return parts
}

function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 65_535); at--) if (file.readUInt32LE(at) === END) return at
  throw notXlsx()
}

function dataAt(file: Buffer, local: number, size: number): Buffer {
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) throw notXlsx()
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  if (start + size > file.length) throw notXlsx()
  return file.subarray(start, start + size)
}

/**
 * Unpacks a part piece by piece and stops at `limit` bytes, whatever the archive says about its size. Errors: intake_not_xlsx,
 * intake_too_big.
 */
export async function* unpack({ method, data }: Part, limit: number): AsyncGenerator<Buffer> {
  let total = 0
  for await (const piece of method === 0 ? slices(data) : inflated(data)) {
    total += piece.length
    if (total > limit) throw refusal("invalid_data", "intake_too_big")
    yield piece
  }
}

async function* inflated(data: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw()
  // The loop below meets the same error: here it only must not go unheard.
  pipeline(Readable.from(slices(data)), inflate, () => undefined)
  try {
    for await (const piece of inflate) yield piece as Buffer
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) throw notXlsx("文件已损坏，请重新保存后上传")
    throw error
  }
}

function* slices(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += SLICE) yield data.subarray(at, at + SLICE)
}
