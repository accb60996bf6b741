import { passOn } from "@/lib/api/pass-on"

/** An invoice's file, or that of the red-letter invoice that took it back. */
export async function GET(request: Request, { params }: RouteContext<"/workbench/invoices/[id]/file">): Promise<Response> {
  const { id } = await params
  const red = new URL(request.url).searchParams.get("red") === "true"
  return passOn(`/store/workbench/invoices/${encodeURIComponent(id)}/file${red ? "?red=true" : ""}`, { method: "GET" })
}
