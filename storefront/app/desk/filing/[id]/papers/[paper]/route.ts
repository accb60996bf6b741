import { passOn } from "@/lib/api/pass-on"

/** 附件1 or 附件2 of a filing. A PDF is looked at first; a workbook is saved. */
export async function GET(request: Request, { params }: RouteContext<"/desk/filing/[id]/papers/[paper]">): Promise<Response> {
  const { id, paper } = await params
  const format = new URL(request.url).searchParams.get("format") ?? "pdf"
  const answer = await passOn(`/store/institution/filing/${encodeURIComponent(id)}/papers?${new URLSearchParams({ paper, format })}`, { method: "GET" })
  const disposition = answer.headers.get("content-disposition")
  if (disposition && format === "pdf") answer.headers.set("content-disposition", disposition.replace("attachment", "inline"))
  return answer
}
