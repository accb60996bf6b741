import type { StaffRequest } from "@fupin/access"
import { RosterTemplateQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../domain/period"
import { answerWorkbook } from "../../../../intake/answer-workbook"
import { rosterTemplate } from "../../../../intake/roster-templates"
import { writeTemplate } from "../../../../intake/template"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { kind } = readInput(RosterTemplateQuery, req.query)
  const template = rosterTemplate(kind, shanghaiDay(new Date()))
  answerWorkbook(res, template.name, await writeTemplate(template))
}
