import { answerFile } from "@/lib/desk/answer-file"
import { openDesk } from "@/lib/desk/open-desk"

export async function GET(): Promise<Response> {
  const desk = await openDesk("/desk/budget")
  return answerFile(`outside-purchases/lists/${encodeURIComponent(desk?.organisation.id ?? "")}`)
}
