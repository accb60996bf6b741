import "server-only"
import { readSession } from "@/lib/session"
import { environment } from "./environment"

const HEADERS = ["content-type", "content-disposition", "cache-control"]

/** The body of a request, read no further than `most` bytes, whatever it says of its length; null when there is more. */
export async function readUpTo(request: Request, most: number): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null
  const pieces: Uint8Array[] = []
  let total = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    total += next.value.length
    if (total > most) return null
    pieces.push(next.value)
  }
  return Buffer.concat(pieces)
}

/** Hands a file on between the browser and the backend, as it comes, in the session of whoever is signed in. */
export async function passOn(path: string, init: { method: "GET" } | { method: "POST"; body: ArrayBuffer | Buffer<ArrayBuffer> }): Promise<Response> {
  const token = await readSession()
  if (!token) return Response.json({ code: "not_signed_in", message: "请先登录" }, { status: 401 })
  const { backendUrl, publishableKey } = environment()
  const answer = await fetch(`${backendUrl}${path}`, {
    ...init, cache: "no-store", headers: { "x-publishable-api-key": publishableKey, authorization: `Bearer ${token}`, ...(init.method === "POST" ? { "content-type": "application/octet-stream" } : {}) },
  })
  const headers = new Headers({ "x-content-type-options": "nosniff" })
  for (const name of HEADERS) if (answer.headers.has(name)) headers.set(name, answer.headers.get(name)!)
  return new Response(answer.body, { status: answer.status, headers })
}
