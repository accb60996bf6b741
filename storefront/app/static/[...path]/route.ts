import { environment } from "@/lib/api/environment"

const A_DAY = "public, max-age=86400"

/** Pictures of the backend under the shop's own address: the same page works on any host and port. */
export async function GET({ url }: Request): Promise<Response> {
  const picture = await fetch(new URL(new URL(url).pathname, environment().backendUrl))
  if (!picture.ok || !picture.body) return new Response(null, { status: 404 })
  return new Response(picture.body, { headers: { "Content-Type": picture.headers.get("Content-Type") ?? "application/octet-stream", "Cache-Control": A_DAY } })
}
