import { answerUnitFile } from "@/lib/desk/answer-file"

/** The certificate of the unit at hand. */
export async function GET(_request: Request, { params }: RouteContext<"/desk/impact/certificates/[number]">): Promise<Response> {
  const { number } = await params
  return answerUnitFile(`impact/certificates/${encodeURIComponent(number)}`)
}
