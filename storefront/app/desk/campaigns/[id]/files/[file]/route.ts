import { passOn } from "@/lib/api/pass-on"

/** Lists and papers of a campaign, to be saved. */
export async function GET(_request: Request, { params }: RouteContext<"/desk/campaigns/[id]/files/[file]">): Promise<Response> {
  const { id, file } = await params
  return passOn(`/store/institution/campaigns/${encodeURIComponent(id)}/files/${encodeURIComponent(file)}`, { method: "GET" })
}
