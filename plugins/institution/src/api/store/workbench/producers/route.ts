import { MyProducer } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { readMyProducers } from "../../../../workbench/people"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ producers: (await readMyProducers(req.scope, customerOf(req), new Date())).map((one) => MyProducer.parse(one)) })
}
