import { refusal, type StaffRequest } from "@fupin/access"
import type { Statement } from "@fupin/contract/schemas"
import { Statement as Shape } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideRole, type MemberAction } from "../domain/decide-member"
import { customerOf } from "../medusa"
import type { InvoiceRow, StatementRow } from "../modules/statement/service"
import { allowMember } from "../reads/members"
import { showStatement } from "../reads/show-statements"
import { statementsOf } from "../statement"
import { openFile } from "../statement/files"
import { statementPaper } from "../statement/paper"
import { organisationInScope } from "./_scope"

type Scoped = Pick<StaffRequest, "staffRegions" | "scope" | "params">

export async function statementNamed(req: Pick<MedusaRequest, "scope" | "params">): Promise<StatementRow> {
  const [row] = await statementsOf(req.scope).readStatements({ ids: [req.params.id!] })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

/** The statement in the path, if it went out and the person may do `action` for its organisation. Errors: not_found, those of `allowMember`. */
export async function statementFor(req: MedusaRequest, action: MemberAction): Promise<{ row: StatementRow; mayPay: boolean }> {
  const row = await statementNamed(req)
  const roles = await allowMember(req.scope, customerOf(req), row.organisation_id, action)
  if (row.state === "draft") throw refusal("not_found", "not_found")
  return { row, mayPay: decideRole(roles, "pay").ok }
}

/** The statement in the path, if its organisation lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function statementInScope(req: Scoped): Promise<StatementRow> {
  const row = await statementNamed(req)
  await organisationInScope(req, row.organisation_id)
  return row
}

/** As it stands now. */
export async function answerStatement(req: Pick<MedusaRequest, "scope" | "params">, mayPay: boolean): Promise<{ statement: Statement }> {
  return { statement: Shape.parse(await showStatement(req.scope, await statementNamed(req), mayPay)) }
}

/** 对账单 as PDF, to be printed and signed. */
export async function answerStatementPaper(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, row: StatementRow): Promise<void> {
  const { content } = await statementPaper(req.scope, row)
  for (const [name, value] of [["cache-control", "private, no-store"], ["content-type", "application/pdf"], ["x-content-type-options", "nosniff"], ["content-disposition", `inline; filename="${row.number}.pdf"`]] as const) res.setHeader(name, value)
  res.end(content)
}

export async function invoiceNamed(req: Pick<MedusaRequest, "scope" | "params">): Promise<InvoiceRow> {
  const [row] = await statementsOf(req.scope).readInvoices({ ids: [req.params.id!] })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

export async function invoiceInScope(req: Scoped): Promise<InvoiceRow> {
  const row = await invoiceNamed(req)
  await organisationInScope(req, row.organisation_id)
  return row
}

/** The file of an invoice, or of the one that took it back (`?red=true`). Error: not_found. */
export async function answerInvoiceFile(req: MedusaRequest, res: MedusaResponse, row: InvoiceRow): Promise<void> {
  const id = req.query.red === "true" ? row.red_file_id : row.file_id
  if (id === null) throw refusal("not_found", "not_found")
  await answerSealed(req, res, id)
}

/** A kept file to look at, never cached and never run. */
export async function answerSealed(req: MedusaRequest, res: MedusaResponse, fileId: string): Promise<void> {
  const { mime, content } = await openFile(req.scope, fileId)
  for (const [name, value] of [["cache-control", "private, no-store"], ["content-type", mime], ["x-content-type-options", "nosniff"], ["content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"]] as const) res.setHeader(name, value)
  const isShown = mime === "application/pdf" || mime.startsWith("image/")
  res.setHeader("content-disposition", `${isShown ? "inline" : "attachment"}; filename="${fileId}.${mime.split("/")[1]}"`)
  res.end(content)
}

/** The house has one bank account, and it lies in no region. Error: not_in_your_region. */
export function refuseBounded({ staffRegions }: Pick<StaffRequest, "staffRegions">): void {
  if (!staffRegions.some((within) => within === "*")) throw refusal("forbidden", "not_in_your_region", "银行流水不分区划，只有全域权限的财务人员可以处理")
}
