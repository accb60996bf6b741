import { allowed, type StaffRequest } from "@fupin/access"
import { type ProducerInput, ProducersQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope, prefixesOf } from "../../../../domain/scope"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../../../../modules/provenance"
import { readProducerHolders } from "../../../../queries/holders"
import { readInput } from "../../../../read-input"
import { saveProducersWorkflow } from "../../../../workflows/save-producers"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { q, offset, limit } = readInput(ProducersQuery, req.query)
  const provenance: ProvenanceModuleService = req.scope.resolve(PROVENANCE_MODULE)
  const prefixes = prefixesOf(req.staffRegions)
  const filters = {
    ...(q ? { name: { $like: `%${q.replace(/[\\%_]/g, "\\$&")}%` } } : {}),
    ...(prefixes ? { $or: prefixes.map((prefix) => ({ region_code: { $like: `${prefix}%` } })) } : {}),
  }
  const [producers, count] = await provenance.listAndCountProducers(filters, { skip: offset, take: limit, order: { name: "ASC" } })
  res.json({ producers, count })
}

export const POST = async (req: StaffRequest<ProducerInput>, res: MedusaResponse) => {
  allowed(decideInScope(req.staffRegions, await readProducerHolders(req.scope, req.validatedBody)), "forbidden")
  const { result } = await saveProducersWorkflow(req.scope).run({ input: { producers: [req.validatedBody] } })
  res.status(201).json({ producer: result[0] })
}
