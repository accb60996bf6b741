import "server-only"
import { ERRORS } from "@fupin/contract/codes"
import type { z } from "zod"
import { environment } from "./environment"
import { ApiError, apiError } from "./error"

type QueryValue = string | number | boolean | undefined | null | readonly string[]

export interface RequestOptions {
  method?: "GET" | "POST" | "DELETE"
  query?: Record<string, QueryValue>
  body?: unknown
  /** The customer's session token; without it the call is a visitor's. */
  token?: string | null
  timeoutMs?: number
  /** For whom the call is made, where the backend counts tries by address. */
  forwardedFor?: string
}

/** Calls the backend and parses its answer with the contract's schema. Every failure is an `ApiError`. */
export async function request<T>(path: string, schema: z.ZodType<T>, options: RequestOptions = {}): Promise<T> {
  const { backendUrl, publishableKey } = environment()
  const answer = await send(`${backendUrl}${path}${queryText(options.query)}`, {
    method: options.method ?? "GET",
    cache: "no-store",
    signal: AbortSignal.timeout(options.timeoutMs ?? 15_000),
    headers: {
      "x-publishable-api-key": publishableKey,
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...(options.forwardedFor ? { "x-forwarded-for": options.forwardedFor } : {}),
      ...(options.body === undefined ? {} : { "content-type": "application/json" }),
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  })
  const body: unknown = await readJson(answer)
  if (!answer.ok) throw apiError(answer.status, body)
  return schema.parse(body)
}

/** As `request`, with `null` for what does not exist. Anything else still throws. */
export async function requestOrNull<T>(path: string, schema: z.ZodType<T>, options?: RequestOptions): Promise<T | null> {
  try {
    return await request(path, schema, options)
  } catch (error) {
    if (error instanceof ApiError && error.isAbsent) return null
    throw error
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    throw Object.assign(new ApiError(503, "unexpected", "暂时连不上后台，请稍后再试"), { cause })
  }
}

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (text === "") return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw Object.assign(new ApiError(answer.status, "unexpected", ERRORS.unexpected), { cause })
  }
}

function queryText(query: RequestOptions["query"] = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one))
  }
  const text = parameters.toString()
  return text === "" ? "" : `?${text}`
}
