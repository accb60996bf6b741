import { answerFile } from "@/lib/desk/answer-file"

export async function GET(_request: Request, { params }: RouteContext<"/desk/budget/proofs/[id]">): Promise<Response> {
  const { id } = await params
  return answerFile(`outside-purchases/${encodeURIComponent(id)}/proof`)
}
