/** Sends a file as it is; a refusal's own sentence becomes the error's message. */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  const answer = await fetch(`/admin/${path}`, { method: "POST", credentials: "include", headers: { "content-type": "application/octet-stream" }, body: file })
  const data = (answer.headers.get("content-type") ?? "").includes("json") ? await answer.json() : {}
  if (!answer.ok) throw new Error(/\p{Script=Han}/u.test(data.message ?? "") ? data.message : "没有成功：请核对文件，或稍后再试")
  return data
}
