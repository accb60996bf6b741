import "server-only"
import { ApiError } from "@/lib/api"
import { readSession } from "@/lib/session"
import { openDesk } from "./open-desk"
import { fetchFile } from "./supply"

/** A file of the backend handed on to the signed-in member, with its name; a refusal is a sentence. */
export async function answerFile(path: string): Promise<Response> {
  const token = await readSession()
  if (!token) return new Response("请先登录", { status: 401, headers: { "Content-Type": "text/plain; charset=utf-8" } })
  try {
    const file = await fetchFile(token, path)
    const kept = ["content-type", "content-disposition"].map((name) => [name, file.headers.get(name) ?? ""] as [string, string])
    return new Response(file.body, { headers: [...kept, ["Cache-Control", "private, no-store"]] })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return new Response(error.message, { status: error.status, headers: { "Content-Type": "text/plain; charset=utf-8" } })
  }
}

/** The same, of the unit at hand: it goes with the question. */
export async function answerUnitFile(path: string, query: Record<string, string> = {}): Promise<Response> {
  const desk = await openDesk("/desk")
  return answerFile(`${path}?${new URLSearchParams({ ...query, organisation_id: desk?.organisation.id ?? "" })}`)
}
