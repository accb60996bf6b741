import { answerFile } from "@/lib/desk/answer-file"

export async function GET(_request: Request, { params }: RouteContext<"/desk/agreements/[id]/paper">): Promise<Response> {
  const { id } = await params
  return answerFile(`agreements/${encodeURIComponent(id)}/paper`)
}
