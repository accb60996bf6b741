import type { StaffRequest } from "@fupin/access"
import { VoucherTemplateQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../domain/period"
import { answerWorkbook } from "../../../../intake/answer-workbook"
import { writeTemplate } from "../../../../intake/template"
import { readInput } from "../../../../read-input"
import { voucherTemplate } from "../../../../voucher-papers/templates"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { kind } = readInput(VoucherTemplateQuery, req.query)
  const template = voucherTemplate(kind, shanghaiDay(new Date()))
  answerWorkbook(res, template.name, await writeTemplate(template))
}
