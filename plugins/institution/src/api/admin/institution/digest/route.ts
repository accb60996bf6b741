import type { StaffRequest } from "@fupin/access"
import { Digest, RunInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readDigest } from "../../../../reads/digest"
import { answerOccurrences } from "../../../_answers"
import { validQuery } from "../../../_query"
import { organisationsInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { date } = validQuery(req, RunInput)
  const { problems, ...digest } = await readDigest(req.scope, date, (await organisationsInScope(req)).map(({ id }) => id))
  res.json(Digest.parse({ ...digest, problems: await answerOccurrences(req, problems) }))
}
