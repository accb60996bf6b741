import { answerUnitFile } from "@/lib/desk/answer-file"

/** One plan's year for print. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const query = ["plan_id", "year", "format"].flatMap((name) => (asked.has(name) ? [[name, asked.get(name)!]] : []))
  return answerUnitFile("year-sheet", Object.fromEntries(query))
}
