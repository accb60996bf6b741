import type { StatementModuleService } from "@fupin/institution/modules/statement"
import { goodsNamer, statementsOf } from "@fupin/institution/statement/index"
import { importBankFile } from "@fupin/institution/statement/import-bank-file"
import { readOpen } from "@fupin/institution/statement/money"
import { confirmStatementWorkflow, drawStatementsWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { daysAfter } from "../lib/calendar"
import { readData } from "../lib/data"
import type { OrganisationSeed } from "./organisations"

interface People {
  office: string
  finance: string
  /** The unit's own. */
  bookkeeper: string
}

type Row = Awaited<ReturnType<StatementModuleService["readStatements"]>>[number]

/** The school's statements of the month in which its older deliveries lie: one confirmed and paid by transfer, one in dispute, the others drafts. */
export async function importStatements(container: MedusaContainer, people: People, today: string): Promise<void> {
  const month = daysAfter(today, -12).slice(0, 7)
  const { name, uscc } = readData<OrganisationSeed[]>("organisations.json").find(({ key }) => key === "chuangxin-school")!
  const { data: [school] } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "organisation", fields: ["id"], filters: { uscc } })
  await drawStatementsWorkflow(container).run({ input: { month, organisation_ids: [school!.id] } })
  const [paid, disputed] = (await statementsOf(container).readStatements({ organisation_ids: [school!.id], month })).sort((one, other) => (one.number < other.number ? -1 : 1))
  if (paid) await pay(container, await sent(container, paid, people), people, { payer: name, today })
  if (disputed) await dispute(container, await sent(container, disputed, people), people)
}

/** What went out before stays as it is. */
async function sent(container: MedusaContainer, { id, state }: Row, { office }: People): Promise<Row> {
  const module = statementsOf(container)
  if (state === "draft") await module.send(id, goodsNamer(container), { actor_id: office, at: new Date() })
  const [row] = await module.readStatements({ ids: [id] })
  return row!
}

async function pay(container: MedusaContainer, { id, number, revision, state }: Row, { bookkeeper, finance }: People, { payer, today }: { payer: string; today: string }): Promise<void> {
  if (state === "sent") await confirmStatementWorkflow(container).run({ input: { id, revision, actor_id: bookkeeper } })
  const { open_fen } = (await readOpen(container, [id])).get(id)!
  if (open_fen === 0) return
  const rows = ["交易日期,流水号,收入金额,对方户名,附言", `${today},YH${number.slice(2)},${(open_fen / 100).toFixed(2)},${payer},食堂货款 ${number}`]
  await importBankFile(container, { bytes: Buffer.from(rows.join("\r\n")), filename: `银行流水-${today}.csv`, dry_run: false }, { actor_id: finance, at: new Date() })
}

async function dispute(container: MedusaContainer, { id, state }: Row, { bookkeeper }: People): Promise<void> {
  if (state !== "sent") return
  const [line] = await statementsOf(container).readLines([id])
  await statementsOf(container).dispute(id, { lines: [{ line_id: line!.id, reason: "送货单上少一份，请与卖方核对" }] }, { actor_id: bookkeeper, at: new Date() })
}
