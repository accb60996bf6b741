import { environment } from "@/lib/api/environment"

const A_DAY = "public, max-age=86400"
/** What only shows. An uploaded page or drawing could run a script, and would do so under the shop's name. */
const PICTURE = /^image\/(webp|png|jpeg|gif|avif)\b/

/** Pictures of the backend under the shop's own address: the same page works on any host and port. */
export async function GET({ url }: Request): Promise<Response> {
  const picture = await fetch(new URL(new URL(url).pathname, environment().backendUrl))
  const type = picture.headers.get("Content-Type") ?? ""
  if (!picture.ok || !PICTURE.test(type)) return new Response(null, { status: 404 })
  return new Response(picture.body, { headers: { "Content-Type": type, "Cache-Control": A_DAY } })
}
