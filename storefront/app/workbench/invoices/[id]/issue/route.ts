import { passOn, readUpTo } from "@/lib/api/pass-on"

/** The most that an invoice's file may have; the backend looks again. */
const MOST = 10_000_000

export async function POST(request: Request, { params }: RouteContext<"/workbench/invoices/[id]/issue">): Promise<Response> {
  const { id } = await params
  const body = await readUpTo(request, MOST)
  if (body === null) return Response.json({ code: "scan_too_big", message: "文件太大，请压缩到 10 MB 以内再上传" }, { status: 413 })
  const { searchParams } = new URL(request.url)
  const query = new URLSearchParams({ number: searchParams.get("number") ?? "", issued_on: searchParams.get("issued_on") ?? "" })
  return passOn(`/store/workbench/invoices/${encodeURIComponent(id)}/issue?${query}`, { method: "POST", body })
}
