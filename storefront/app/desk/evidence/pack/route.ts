import { passOn } from "@/lib/api/pass-on"

/** The pack of `?organisation_id=&period=` as a ZIP, handed on as it comes. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  return passOn(`/store/institution/evidence/pack?${new URLSearchParams({ organisation_id: asked.get("organisation_id") ?? "", period: asked.get("period") ?? "" })}`, { method: "GET" })
}
