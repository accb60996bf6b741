import { passOn } from "@/lib/api/pass-on"

/** 送货单 of an order, to be printed. */
export async function GET(_request: Request, { params }: RouteContext<"/desk/occurrences/[id]/delivery-notes/[order]">): Promise<Response> {
  const { id, order } = await params
  return passOn(`/store/institution/occurrences/${encodeURIComponent(id)}/delivery-notes/${encodeURIComponent(order)}`, { method: "GET" })
}
