import { passOn } from "@/lib/api/pass-on"

/** A picture of goods as they came in. */
export async function GET(_request: Request, { params }: RouteContext<"/desk/occurrences/[id]/photos/[photo]">): Promise<Response> {
  const { id, photo } = await params
  return passOn(`/store/institution/occurrences/${encodeURIComponent(id)}/photos/${encodeURIComponent(photo)}`, { method: "GET" })
}
