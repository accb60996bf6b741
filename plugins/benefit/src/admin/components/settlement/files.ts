/** Asks for a file and hands it to the browser to save; a refusal's own sentence becomes the error's message. */
export async function save(path: string, body?: unknown): Promise<void> {
  const answer = await fetch(`/admin/benefit/${path}`, {
    method: body === undefined ? "GET" : "POST", credentials: "include", headers: { "content-type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!answer.ok) {
    const { message } = await answer.json()
    throw new Error(message ?? "没有成功，请稍后再试")
  }
  const name = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1]
  const link = document.createElement("a")
  link.href = URL.createObjectURL(await answer.blob())
  link.download = decodeURIComponent(name ?? "文件")
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The bytes of a picked file in base64. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ""
  for (let start = 0; start < bytes.length; start += 32_768) text += String.fromCharCode(...bytes.subarray(start, start + 32_768))
  return btoa(text)
}
