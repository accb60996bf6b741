import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import { type PaperTemplate, TemplateQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { PAPER_MODULE, type PaperModuleService } from "../../../../modules/paper"
import { readTemplate } from "../../../../papers/paper-dress"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { region } = readInput(TemplateQuery, req.query)
  allowed(decideRegion(region, req.staffRegions), "forbidden")
  res.json({ template: await readTemplate(req.scope, region) })
}

export const POST = async (req: StaffRequest<PaperTemplate>, res: MedusaResponse) => {
  const template = req.validatedBody
  allowed(decideRegion(template.region_code, req.staffRegions), "forbidden")
  const module: PaperModuleService = req.scope.resolve(PAPER_MODULE)
  await module.saveTemplate(template, req.auth_context.actor_id, new Date())
  res.json({ template: await readTemplate(req.scope, template.region_code) })
}
