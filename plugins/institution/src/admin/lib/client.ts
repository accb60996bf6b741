import type { ErrorCode } from "@fupin/contract/codes"

/** What the backend refused: its code, and its own sentence. */
export class Refusal extends Error {
  constructor(readonly code: ErrorCode, message: string) {
    super(message)
  }
}

/** Core's own validator speaks English of field names: nothing that people at the desk could use. */
const inChinese = (message: unknown): string =>
  typeof message === "string" && /\p{Script=Han}/u.test(message) ? message : "没有成功：请核对填写的内容，或稍后再试"

/** Asks the backend that serves this admin, in the session of whoever is signed in. */
async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(path, { credentials: "include", headers: { "content-type": "application/json" }, ...init })
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false
  const data = isJson ? await answer.json() : {}
  if (!answer.ok) throw new Refusal(data.code ?? "unexpected", inChinese(data.message))
  return data
}

const withQuery = (path: string, query: Record<string, string>) => (Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`)

export const get = <Answer,>(path: string, query: Record<string, string> = {}): Promise<Answer> => ask(withQuery(`/admin/institution/${path}`, query))
export const post = <Answer,>(path: string, body: object = {}): Promise<Answer> => ask(`/admin/institution/${path}`, { method: "POST", body: JSON.stringify(body) })
/** A file as the body, as it is. */
export const postFile = <Answer,>(path: string, file: File, query: Record<string, string> = {}): Promise<Answer> => ask(withQuery(`/admin/institution/${path}`, query), { method: "POST", body: file, headers: { "content-type": "application/octet-stream" } })
/** Core's own admin routes and those of other plugins. */
export const getAdmin = <Answer,>(path: string, query: Record<string, string> = {}): Promise<Answer> => ask(withQuery(`/admin/${path}`, query))
export const postAdmin = <Answer,>(path: string, body: object): Promise<Answer> => ask(`/admin/${path}`, { method: "POST", body: JSON.stringify(body) })

/** Today in Asia/Shanghai, YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date())

/** What to tell people; a browser's own words for a lost connection are not Chinese. */
export const messageOf = (error: unknown): string =>
  error instanceof TypeError ? "连不上服务器，请检查网络后重试" : error instanceof Error ? error.message : "操作未成功，请重试"
