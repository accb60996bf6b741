import { passOn, readUpTo } from "@/lib/api/pass-on"

/** The most that either file may have; the backend looks again. */
const MOST = 10_000_000

const KINDS = ["roster", "minutes", "parcel-table"]

/** The roster or the table of parcels (checked or saved) or the minutes, as they are. */
export async function POST(request: Request, { params }: RouteContext<"/desk/campaigns/[id]/upload/[kind]">): Promise<Response> {
  const { id, kind } = await params
  if (!KINDS.includes(kind)) return Response.json({ code: "not_found", message: "没有找到您要的内容" }, { status: 404 })
  const body = await readUpTo(request, MOST)
  if (body === null) return Response.json({ code: "intake_too_big", message: "文件太大，请压缩后再上传" }, { status: 413 })
  const { searchParams } = new URL(request.url)
  const query = new URLSearchParams(kind !== "minutes" ? { mode: searchParams.get("mode") === "save" ? "save" : "check" } : { name: (searchParams.get("name") ?? "").slice(0, 80) })
  return passOn(`/store/institution/campaigns/${encodeURIComponent(id)}/${kind}?${query}`, { method: "POST", body })
}
