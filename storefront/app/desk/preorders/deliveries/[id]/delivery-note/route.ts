import { passOn } from "@/lib/api/pass-on"

/** The delivery note of a batch as PDF. */
export async function GET(_request: Request, { params }: RouteContext<"/desk/preorders/deliveries/[id]/delivery-note">): Promise<Response> {
  const { id } = await params
  return passOn(`/store/institution/preorder-deliveries/${encodeURIComponent(id)}/delivery-note`, { method: "GET" })
}
