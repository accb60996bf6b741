import { passOn } from "@/lib/api/pass-on"

/** A picture of a batch as it came in. */
export async function GET(_request: Request, { params }: RouteContext<"/desk/preorders/deliveries/[id]/photos/[photo]">): Promise<Response> {
  const { id, photo } = await params
  return passOn(`/store/institution/preorder-deliveries/${encodeURIComponent(id)}/photos/${encodeURIComponent(photo)}`, { method: "GET" })
}
