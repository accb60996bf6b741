import { passOn } from "@/lib/api/pass-on"

/** A scan that accompanies a filing, as it was uploaded. */
export async function GET(_request: Request, { params }: RouteContext<"/desk/filing/scans/[id]">): Promise<Response> {
  return passOn(`/store/institution/filing/attachments/${encodeURIComponent((await params).id)}`, { method: "GET" })
}
