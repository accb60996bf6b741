import { PriceIndexInput } from "@fupin/contract/schemas"
import { Button, Table, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { ListState } from "../lib/states"
import { type IndexValue, missingMonths } from "./months"

/** 价格指数: each series with its months, and in words which month it lacks. */
export function Indices() {
  const client = useQueryClient()
  const [open, setOpen] = useState<IndexValue | null>(null)
  const list = useQuery({ queryKey: ["institution", "price-indices"], queryFn: () => get<{ price_indices: IndexValue[] }>("price-indices") })
  const values = list.data?.price_indices ?? []
  const series = [...new Set(values.map((one) => one.series))]
  const close = (isSaved: boolean) => { setOpen(null); if (isSaved) void client.invalidateQueries({ queryKey: ["institution"] }) }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle">随指数浮动的协议价按这里的数值结算；缺少的月份不估算，补录后才能定价。</Text>
        <Button size="small" onClick={() => setOpen({ series: "", month: today().slice(0, 7), value: 0, source: "" })}>录入数值</Button>
      </div>
      <ListState query={list} isEmpty={series.length === 0} empty="还没有价格指数。签订随指数浮动的协议前，请先录入基期数值。">
        <Table>
          <Table.Header><Table.Row>{["指数", "来源", "最近数值", "缺少的月份", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>{series.map((name) => <Series key={name} name={name} values={values.filter((one) => one.series === name)} onAdd={setOpen} />)}</Table.Body>
        </Table>
      </ListState>
      {open && <IndexForm start={open} onClose={close} />}
    </>
  )
}

function Series({ name, values, onAdd }: { name: string; values: IndexValue[]; onAdd: (start: IndexValue) => void }) {
  const missing = missingMonths(values.map(({ month }) => month), today().slice(0, 7))
  const last = values.at(-1)!
  return (
    <Table.Row>
      <Table.Cell className="py-3"><Text size="small" weight="plus">{name}</Text><Text size="small" className="text-ui-fg-subtle">{values.length} 个月，自 {values[0]!.month}</Text></Table.Cell>
      <Table.Cell>{last.source}</Table.Cell>
      <Table.Cell className="tabular-nums">{last.month}　{(last.value / 100).toFixed(2)}</Table.Cell>
      <Table.Cell className={missing.length > 0 ? "text-ui-fg-error whitespace-normal" : "text-ui-fg-subtle"}>{missing.length > 0 ? `缺少 ${missing.join("、")}，用到这些月份的配送暂不能定价` : "没有缺少"}</Table.Cell>
      <Table.Cell className="text-right"><Button size="small" variant="transparent" aria-label={`为 ${name} 补录数值`} onClick={() => onAdd({ ...last, month: missing[0] ?? today().slice(0, 7), value: 0 })}>补录</Button></Table.Cell>
    </Table.Row>
  )
}

function IndexForm({ start, onClose }: { start: IndexValue; onClose: (isSaved: boolean) => void }) {
  const [series, setSeries] = useState(start.series)
  const [source, setSource] = useState(start.source)
  const [month, setMonth] = useState(start.month)
  const [value, setValue] = useState("")
  const hundredths = /^\d{1,6}(\.\d{1,2})?$/.test(value.trim()) ? Math.round(Number(value) * 100) : Number.NaN
  const save = async () => post("price-indices", checked(PriceIndexInput, { series, source, months: [{ month, value: hundredths }] }))
  return (
    <FormPanel title="录入价格指数" description="同一指数同一月份再次录入，会替换原来的数值。" saved="已保存" fieldOf={{}} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="series" label="指数名称" value={series} disabled={start.series !== ""} hint="与协议中写的名称一致" fault={faults.series} onChange={setSeries} />
          <TextField id="source" label="来源" value={source} hint="如 国家统计局、市农产品批发市场" fault={faults.source} onChange={setSource} />
          <TextField id="month" label="月份" value={month} hint="如 2026-10" fault={faults["months.0.month"]} onChange={setMonth} />
          <TextField id="value" label="数值" value={value} hint="最多两位小数" fault={faults["months.0.value"] && "请填写数值，最多两位小数"} onChange={setValue} />
        </>
      )}
    </FormPanel>
  )
}
