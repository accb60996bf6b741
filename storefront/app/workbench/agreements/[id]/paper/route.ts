import { passOn } from "@/lib/api/pass-on"

export async function GET(_request: Request, { params }: RouteContext<"/workbench/agreements/[id]/paper">): Promise<Response> {
  const { id } = await params
  return passOn(`/store/workbench/agreements/${encodeURIComponent(id)}/paper`, { method: "GET" })
}
