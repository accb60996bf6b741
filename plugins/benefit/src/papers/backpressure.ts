import { finished, type Writable } from "node:stream"
import { isFull } from "./medusa"

/** Who takes nothing for so long is not there any more: a paper holds a connection while it is written. */
const PATIENCE_MS = 60_000

/** Ends what waits for `sink` when the reader of it is gone. */
export function goneSignal(sink: Writable): AbortSignal {
  const gone = new AbortController()
  finished(sink, { readable: false }, (error) => { if (error) gone.abort(error) })
  return gone.signal
}

/** Waits until `stream` has passed on what it holds. */
export async function drained(stream: Writable | undefined, gone: AbortSignal): Promise<void> {
  gone.throwIfAborted()
  if (!stream || !isFull(stream)) return
  let settle: () => void = () => undefined
  const waiting = new Promise<void>((resolve, reject) => {
    const tired = setTimeout(() => reject(new Error("the reader of the paper takes nothing any more")), PATIENCE_MS)
    settle = () => { clearTimeout(tired); stream.off("drain", resolve) }
    stream.once("drain", resolve)
  })
  await unlessGone(waiting, gone).finally(settle)
}

/** `work`, or the reason why its reader is gone. */
export async function unlessGone<T>(work: Promise<T>, gone: AbortSignal): Promise<T> {
  let leave: () => void = () => undefined
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => reject(gone.reason)
    if (gone.aborted) leave()
    gone.addEventListener("abort", leave, { once: true })
  })
  return await Promise.race([work, left]).finally(() => gone.removeEventListener("abort", leave))
}
