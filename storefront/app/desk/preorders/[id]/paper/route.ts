import { answerFile } from "@/lib/desk/answer-file"

export async function GET(_request: Request, { params }: RouteContext<"/desk/preorders/[id]/paper">): Promise<Response> {
  const { id } = await params
  return answerFile(`preorder-contracts/${encodeURIComponent(id)}/paper`)
}
