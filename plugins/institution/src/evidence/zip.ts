import type { Writable } from "node:stream"
import { crc32 } from "node:zlib"
import { refusal } from "@fupin/access"

const LIMIT = 0xffff_ffff
/** Names are UTF-8. */
const FLAGS = 0x0800

interface Entry {
  name: Buffer
  crc: number
  size: number
  offset: number
}

/** A ZIP that goes out file by file, stored as they are: pictures, PDFs and workbooks are compressed already. One file at a time is in memory. */
export class ZipWriter {
  private readonly entries: Entry[] = []
  private offset = 0

  constructor(private readonly sink: Writable, private readonly at: Date) {}

  /** Error: unexpected, beyond what a plain ZIP can hold. */
  async add(name: string, content: Buffer): Promise<void> {
    const entry = { name: Buffer.from(name), crc: crc32(content), size: content.length, offset: this.offset }
    if (this.offset + content.length > LIMIT / 2) throw refusal("unexpected_state", "unexpected", "材料太多，请按单张对账单分别下载")
    this.entries.push(entry)
    await this.write(Buffer.concat([header(0x04034b50, 30, [[4, 20], ...common(entry, this.at, 6)]), entry.name]))
    await this.write(content)
  }

  async end(): Promise<void> {
    const start = this.offset
    for (const entry of this.entries) await this.write(Buffer.concat([central(entry, this.at), entry.name]))
    const last = header(0x06054b50, 22, [[8, this.entries.length], [10, this.entries.length]])
    last.writeUInt32LE(this.offset - start, 12)
    last.writeUInt32LE(start, 16)
    await this.write(last)
    this.sink.end()
  }

  private async write(bytes: Buffer): Promise<void> {
    this.offset += bytes.length
    await new Promise<void>((resolve, reject) => this.sink.write(bytes, (error) => (error ? reject(error) : resolve())))
  }
}

/** Flags to the lengths of name and extra field, which both headers of a file share. */
function common({ name, crc, size }: Entry, at: Date, from: number): [number, number, 4?][] {
  const day = new Date(at.getTime() + 8 * 3_600_000)
  const [time, date] = [(day.getUTCHours() << 11) | (day.getUTCMinutes() << 5), ((day.getUTCFullYear() - 1980) << 9) | ((day.getUTCMonth() + 1) << 5) | day.getUTCDate()]
  return [[from, FLAGS], [from + 2, 0], [from + 4, time], [from + 6, date], [from + 8, crc, 4], [from + 12, size, 4], [from + 16, size, 4], [from + 20, name.length]]
}

function central(entry: Entry, at: Date): Buffer {
  return header(0x02014b50, 46, [[4, 20], [6, 20], ...common(entry, at, 8), [42, entry.offset, 4]])
}

function header(signature: number, length: number, fields: [number, number, 4?][]): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature, 0)
  for (const [place, value, width] of fields) width === 4 ? bytes.writeUInt32LE(value, place) : bytes.writeUInt16LE(value, place)
  return bytes
}
