import { PassThrough, type Writable } from "node:stream"
import { buffer } from "node:stream/consumers"

/** The whole of what is written, for a paper that is to be hashed before it goes out. */
export async function bytesOf(write: (sink: Writable) => Promise<void>): Promise<Buffer> {
  const sink = new PassThrough()
  const [content] = await Promise.all([buffer(sink), write(sink)])
  return content
}
