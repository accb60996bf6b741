import { readLedgerStateWorkflow } from "@fupin/benefit/workflows"
import { LEDGER_MODULE, type LedgerModuleService } from "@fupin/benefit/modules/ledger"
import { STOCK_MODULE, type StockModuleService } from "@fupin/checkout/modules/stock"
import { Readiness } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

type Check = Readiness["checks"][number]

/** 200 when everything that a sale needs answers, else 503; says which. An incomplete ledger is said, but closes no shop. */
export const GET = async ({ scope }: MedusaRequest, res: MedusaResponse) => {
  const { checks } = await scope.resolve<LedgerModuleService>(LEDGER_MODULE).readReadiness()
  const stock = scope.resolve<StockModuleService>(STOCK_MODULE)
  const search = scope.resolve(Modules.SEARCH)
  checks.push(
    await check("ledger_complete", async () => {
      const { result: { unaccrued_captures, sales_without_capture } } = await readLedgerStateWorkflow(scope).run({ input: { days: 1 } })
      return [unaccrued_captures + sales_without_capture === 0, `一天内收款未入账 ${unaccrued_captures} 笔，入账无收款 ${sales_without_capture} 笔`]
    }),
    await check("stock_guard", async () => ((await stock.isGuarded()) ? [true, "齐全"] : [false, "触发器不全"])),
    await check("search", async () => [true, `收录 ${(await search.search({ entity: "catalogue", fields: ["id"], pagination: { take: 1 }, search_options: { count: "exact" } })).metadata.count ?? 0} 件商品`]),
  )
  const ready = checks.every(({ name, ok }) => ok || name === "ledger_complete")
  res.status(ready ? 200 : 503).json(Readiness.parse({ ready, checks }))
}

async function check(name: Check["name"], ask: () => Promise<[ok: boolean, detail: string]>): Promise<Check> {
  const [ok, detail] = await ask().catch((): [boolean, string] => [false, "没有应答"])
  return { name, ok, detail }
}
