import type { Voucher, VoucherList } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { Badge, Button, Table, Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Choice } from "../../components/choice"
import { Field } from "../../components/field"
import { ListPage } from "../../components/list-page"
import { ImportList } from "../../components/voucher/import-list"
import { NewPurchase } from "../../components/voucher/new-purchase"
import { VoucherDrawer } from "../../components/voucher/voucher-drawer"
import { filled, useFilters } from "../../lib/filters"
import { yuan } from "../../lib/labels"
import { STATE_COLOR, VOUCHER_KIND, VOUCHER_STATE } from "../../lib/voucher-labels"

const NAMES = ["kind", "state", "period", "journal_id", "open"] as const

const VouchersPage = () => {
  const client = useQueryClient()
  const [form, setForm] = useState<"purchase" | "import" | null>(null)
  const [{ open, ...filters }, set] = useFilters(NAMES)
  const changed = () => void client.invalidateQueries({ queryKey: ["vouchers"] })
  const row = (voucher: Voucher) => (
    <Table.Row key={voucher.id}>
      <Table.Cell><Button size="small" variant="transparent" className="font-mono" onClick={() => set({ open: voucher.id })}>{voucher.number}</Button></Table.Cell>
      <Table.Cell>{VOUCHER_KIND[voucher.kind]}</Table.Cell>
      <Table.Cell>{voucher.payer_name}</Table.Cell>
      <Table.Cell>{voucher.row_count}</Table.Cell>
      <Table.Cell>{voucher.paid_on}</Table.Cell>
      <Table.Cell>{voucher.scan ? "有" : <span className="text-ui-fg-error">缺</span>}</Table.Cell>
      <Table.Cell><Badge size="2xsmall" color={STATE_COLOR[voucher.state]}>{VOUCHER_STATE[voucher.state]}</Badge></Table.Cell>
      <Table.Cell className="text-right font-mono">{yuan(voucher.total_fen)}</Table.Cell>
    </Table.Row>
  )
  return (
    <>
      <ListPage<VoucherList> title="凭证" unit="张" path="vouchers" search="编号或付款方" query={filled(filters)} headings={["编号", "类别", "付款方", "户次", "日期", "扫描件", "状态", "金额"]}
        rowsOf={({ vouchers }) => vouchers.map(row)} empty="没有符合条件的凭证。商城以外的采购、劳务报酬和租金在这里登记。"
        summaryOf={({ count, total_fen }) => count > 0 && <Text size="small" className="text-ui-fg-subtle px-6 py-3">合计 {yuan(total_fen)}</Text>}
        action={<><Button variant="secondary" onClick={() => setForm("import")}>导入 Excel</Button><Button onClick={() => setForm("purchase")}>登记直接采购</Button></>}
        controls={<>
          <Choice id="kind" label="类别" any="全部" value={filters.kind} options={VOUCHER_KIND} onChange={(kind) => set({ kind })} />
          <Choice id="state" label="状态" any="全部" value={filters.state} options={VOUCHER_STATE} onChange={(state) => set({ state })} />
          <Field id="period" label="期间" type="month" value={filters.period} onChange={(period) => set({ period })} />
          {filters.journal_id && <Button variant="transparent" onClick={() => set({ journal_id: "" })}>只看一笔入账的凭证，清除</Button>}
        </>} />
      {form === "purchase" && <NewPurchase onDone={(made) => { setForm(null); if (made) { changed(); set({ open: made.id }) } }} />}
      {form === "import" && <ImportList onDone={(hasChanged) => { setForm(null); if (hasChanged) changed() }} />}
      {open && <VoucherDrawer key={open} id={open} onDone={() => set({ open: "" })} onOpen={(id) => set({ open: id })} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "凭证", icon: ReceiptPercent, rank: 15 })

export default VouchersPage
