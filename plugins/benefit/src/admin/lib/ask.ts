/** What the backend refused; `code` is of the contract's closed list. */
export class Refusal extends Error {
  constructor(message: string, readonly code: string) {
    super(message)
  }
}

/** Asks the backend that serves this admin; a refusal's own sentence becomes the error's message, unless it is core's English of field names. */
export async function ask<T>(path: string, body?: unknown, method = body === undefined ? "GET" : "POST"): Promise<T> {
  const answer = await fetch(`/admin/${path}`, {
    method, credentials: "include",
    headers: { "content-type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body),
  })
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false
  const data = isJson ? await answer.json() : {}
  if (!answer.ok) throw new Refusal(/\p{Script=Han}/u.test(data.message ?? "") ? data.message : "没有成功：请核对填写的内容，或稍后再试", data.code ?? "")
  return data
}
