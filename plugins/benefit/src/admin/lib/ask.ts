/** Asks the backend that serves this admin; a refusal's own sentence becomes the error's message. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/admin/${path}`, {
    method: body === undefined ? "GET" : "POST", credentials: "include",
    headers: { "content-type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body),
  })
  const data = await answer.json()
  if (!answer.ok) throw new Error(data.message ?? "系统暂时出错，请稍后再试")
  return data
}
