import { writePdf } from "@fupin/benefit/papers/pdf"
import type { Sheet } from "@fupin/benefit/papers/sheet"
import { quantityText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { Statement } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { lastDayOf } from "../domain/statement/months"
import { bytesOf } from "../evidence/bytes"
import type { StatementRow } from "../modules/statement/service"
import { readOrganisations } from "../reads/plans"
import { readBankAccount } from "../reads/show-orders"
import { showStatement } from "../reads/show-statements"
import { openFile, sealFile } from "./files"
import { statementsOf } from "."

/** 对账单 as PDF. Once confirmed it is made a single time and kept: both sides get the same bytes ever after. */
export async function statementPaper(container: MedusaContainer, row: StatementRow): Promise<{ content: Buffer; is_kept: boolean }> {
  if (row.confirmed_at === null) return { content: await write(container, row), is_kept: false }
  const module = statementsOf(container)
  if ((await module.readPaper(row.id)) === null) await module.keepPaper(row.id, sealFile(await write(container, row)), { actor_id: "statement-paper", at: new Date() })
  return { content: (await openFile(container, (await module.readPaper(row.id))!)).content, is_kept: true }
}

async function write(container: MedusaContainer, row: StatementRow): Promise<Buffer> {
  const [statement, [organisation], account] = await Promise.all([showStatement(container, row, false), readOrganisations(container, { id: row.organisation_id }), readBankAccount(container)])
  const [storefront] = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http.storeCors.split(",")
  const sheet = statementSheet(statement, { uscc: organisation?.uscc ?? "", account })
  const document = row.confirmed_at && { number: row.number, version: row.revision, sha256: row.sha256!, issued_at: new Date(row.confirmed_at), is_void: false, url: `${storefront}/desk/statements/${row.id}` }
  return await bytesOf((sink) => writePdf(document ? { ...sheet, document } : sheet, sink, new Date()))
}

/** Lines as both sides agreed on them; what was taken off stands beside what it was. */
function statementSheet({ number, month, organisation, seller, due_fen, lines, confirmed_at }: Statement, { uscc, account }: { uscc: string; account: Awaited<ReturnType<typeof readBankAccount>> }): Sheet {
  const text = (heading: string, width: number) => ({ heading, width, kind: "text" as const })
  const adjusted = lines.reduce((sum, line) => sum + line.due_fen - line.amount_fen, 0)
  return {
    name: "对账单", title: `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月对账单${confirmed_at === null ? "（待确认）" : ""}`,
    notes: [
      `采购单位：${organisation.name}　统一社会信用代码：${uscc}`, `卖方：${seller?.name ?? "扶贫馆自营"}`, `对账期间：${month}-01 至 ${lastDayOf(month)}（验收数量；以前月份的更正单列）`,
      `对账单编号，也是转账附言（识别码）：${number}${account ? `　收款户名：${account.payee}　${account.bank}　${account.account}` : ""}`,
    ],
    columns: [text("配送日期", 13), text("订单号", 9), { heading: "商品与规格", width: 28, kind: "wide_text" }, text("数量", 11), text("单价（元）", 12), text("金额（元）", 13), text("调整（元）", 12), { heading: "应付（元）", width: 14, kind: "money" }, { heading: "说明", width: 30, kind: "wide_text" }],
    rows: lines.map((line) => [
      line.delivery_date, line.display_id, `${line.title} ${line.specification}`, quantityText(line.quantity, line.settle_by), formatFen(line.unit_price_fen), formatFen(line.amount_fen), line.due_fen === line.amount_fen ? "" : formatFen(line.due_fen - line.amount_fen), line.due_fen,
      [line.is_late ? "以前月份" : "", line.dispute && `异议：${line.dispute}`, line.resolution && `处理：${line.resolution}`].filter(Boolean).join("；"),
    ]),
    ending: () => ({ apart: [], foot: [...(adjusted === 0 ? [] : [{ label: "其中调整", fen: adjusted }]), { label: "应付合计", fen: due_fen }], in_words: { label: "应付合计（大写）", fen: due_fen } }),
    places: [{ label: "采购单位（盖章）" }, { label: "卖方（盖章）" }, { label: "日期" }],
  }
}
