import { passOn } from "@/lib/api/pass-on"

/** 对账单, to be printed and stamped. */
export async function GET(_request: Request, { params }: RouteContext<"/desk/statements/[id]/paper">): Promise<Response> {
  return passOn(`/store/institution/statements/${encodeURIComponent((await params).id)}/paper`, { method: "GET" })
}
