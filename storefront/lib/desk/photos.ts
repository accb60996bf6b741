import "server-only"
import { passOn } from "@/lib/api/pass-on"

/** Sends the pictures beside the lines (`p:<variant>`) one by one; answers what was wrong with the first that did not go. */
export async function sendPhotos([kind, id]: [kind: string, id: string], form: FormData): Promise<string | null> {
  for (const [name, file] of form.entries()) {
    if (!name.startsWith("p:") || !(file instanceof File) || file.size === 0) continue
    const answer = await passOn(`/store/institution/${kind}/${encodeURIComponent(id)}/photos?variant_id=${encodeURIComponent(name.slice(2))}`, { method: "POST", body: await file.arrayBuffer() })
    if (answer.ok) continue
    const said: unknown = await answer.json()
    return typeof said === "object" && said !== null && "message" in said ? String(said.message) : "照片没有传上去，请重试"
  }
  return null
}
