import { passOn } from "@/lib/api/pass-on"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const bench = await openWorkbench("/workbench/packing")
  const query = new URLSearchParams({ producer_id: bench?.producer.id ?? "", date: searchParams.get("date") ?? "", format: searchParams.get("format") === "xlsx" ? "xlsx" : "pdf" })
  return passOn(`/store/workbench/packing?${query}`, { method: "GET" })
}
