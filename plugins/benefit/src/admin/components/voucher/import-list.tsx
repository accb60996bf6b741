import type { VoucherImport, VoucherKind } from "@fupin/contract/schemas"
import { Button, Drawer, Label, Select, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { yuan } from "../../lib/labels"
import { sendFile } from "../../lib/send-file"
import { messageOf, VOUCHER_KIND } from "../../lib/voucher-labels"
import { Field } from "../field"
import { FaultTable } from "../intake/fault-table"
import { FileField } from "../intake/file-field"
import { ProducerField } from "../producer-field"

/** A list of purchases, wages or rent from a workbook: looked at first, written when all is right or the good rows are asked for. */
export function ImportList({ onDone }: { onDone: (changed: boolean) => void }) {
  const prompt = usePrompt()
  const [kind, setKind] = useState<VoucherKind>("wages")
  const [payer, setPayer] = useState("")
  const [collective, setCollective] = useState("")
  const [file, setFile] = useState<File | null>(null)
  const [found, setFound] = useState<VoucherImport | null>(null)
  const [isBusy, setBusy] = useState(false)
  const needsPayer = kind !== "direct_purchase"

  async function send(mode: "check" | "all" | "good", chosen: File) {
    setBusy(true)
    try {
      const answer = await sendFile<VoucherImport>(`benefit/vouchers-import?kind=${kind}&mode=${mode}${needsPayer ? `&payer_id=${encodeURIComponent(payer)}` : ""}`, chosen)
      setFound(answer)
      if (mode === "check") return
      toast.success(`已登记 ${answer.written.map(({ number }) => number).slice(0, 3).join("、")}${answer.written.length > 3 ? ` 等 ${answer.written.length} 张` : ""}，请上传证明并由另一位同事审核`)
      onDone(true)
    } catch (error) {
      toast.error("没有导入", { description: messageOf(error) })
    } finally {
      setBusy(false)
    }
  }

  async function write(mode: "all" | "good") {
    const agreed = await prompt({ title: "确认登记", description: `将登记 ${found!.good_rows} 行，合计 ${yuan(found!.total_fen)}${mode === "good" ? "；有错误的行不登记" : ""}。`, confirmText: "登记", cancelText: "取消" })
    if (agreed && file) await send(mode, file)
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onDone(false)}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>从 Excel 导入</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">先核对，不写入。文件本身不保存，只留下核对过的行。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <div className="flex flex-col gap-y-1">
            <Label htmlFor="kind" size="small" weight="plus">类别 *</Label>
            <Select value={kind} onValueChange={(value) => { setKind(value as VoucherKind); setFound(null) }}>
              <Select.Trigger id="kind"><Select.Value /></Select.Trigger>
              <Select.Content>{Object.entries(VOUCHER_KIND).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
            </Select>
          </div>
          {needsPayer && <ProducerField value={collective ? "" : payer} onChange={(chosen) => { setPayer(chosen); setCollective(""); setFound(null) }} />}
          {needsPayer && <Field id="collective" label="或者：付款的村集体编号" value={collective} hint="如 WX-GL-J001" onChange={(code) => { setCollective(code); setPayer(code.trim()); setFound(null) }} />}
          <a className="txt-small text-ui-fg-interactive" href={`/admin/benefit/vouchers-template?kind=${kind}`}>下载{VOUCHER_KIND[kind]}模板</a>
          <FileField id="list" label="填好的 .xlsx（最多 5000 行）" accept=".xlsx" onFile={(chosen) => { setFile(chosen); setFound(null) }} />
          {found && <Text role="status" size="small">核对完毕：正确 {found.good_rows} 行，合计 {yuan(found.total_fen)}</Text>}
          {found && <FaultTable faults={found.faults} count={found.fault_count} />}
          {found && found.preview.length > 0 && <Preview rows={found.preview} />}
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={() => onDone(false)}>取消</Button>
          {!found && <Button isLoading={isBusy} disabled={!file || (needsPayer && payer === "")} onClick={() => file && send("check", file)}>核对</Button>}
          {found && found.fault_count > 0 && <Button variant="secondary" isLoading={isBusy} disabled={found.good_rows === 0} onClick={() => write("good")}>只登记正确的行</Button>}
          {found && found.fault_count === 0 && <Button isLoading={isBusy} onClick={() => write("all")}>全部登记</Button>}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Preview({ rows }: { rows: VoucherImport["preview"] }) {
  return (
    <div className="max-h-72 overflow-auto whitespace-nowrap rounded-md border">
      <Table>
        <Table.Header><Table.Row>{["行", "农户", "内容", "日期", "金额"].map((heading) => <Table.HeaderCell key={heading}>{heading}</Table.HeaderCell>)}</Table.Row></Table.Header>
        <Table.Body>{rows.map(({ row, household_code, household_name, goods, quantity, paid_on, amount_fen }) => (
          <Table.Row key={row}><Table.Cell>{row}</Table.Cell><Table.Cell>{household_code} {household_name}</Table.Cell><Table.Cell>{goods} {quantity}</Table.Cell><Table.Cell>{paid_on}</Table.Cell><Table.Cell className="font-mono">{yuan(amount_fen)}</Table.Cell></Table.Row>
        ))}</Table.Body>
      </Table>
    </div>
  )
}
