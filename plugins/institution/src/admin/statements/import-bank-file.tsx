import { formatFen } from "@fupin/contract/money"
import type { BankFileResult } from "@fupin/contract/schemas"
import { Button, Input, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { messageOf, postFile } from "../lib/client"
import { MATCHES } from "./labels"

/** A bank's CSV: first what would become of it, then for good. */
export const ImportBankFile = () => {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const run = useMutation({
    mutationFn: ({ file: chosen, dry_run }: { file: File; dry_run: boolean }) => postFile<BankFileResult>("bank-files", chosen, { filename: chosen.name.replace(/[<>{}[\];'"`\\]/g, "").slice(-120), dry_run: String(dry_run) }),
    onSuccess: ({ dry_run, booked_fen }) => { if (!dry_run) toast.success(`已入账 ¥${formatFen(booked_fen)}`); return client.invalidateQueries({ queryKey: ["institution"] }) },
    onError: (error) => toast.error("没有导入", { description: messageOf(error) }),
  })
  const result = run.data
  const start = (dry_run: boolean) => (file ? run.mutate({ file, dry_run }) : toast.error("请先选择网银导出的 CSV 文件"))
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2 px-6 py-4">
        <Input type="file" accept=".csv,text/csv" aria-label="银行流水 CSV" onChange={(event) => { setFile(event.target.files?.[0] ?? null); run.reset() }} />
        <Button size="small" variant="secondary" isLoading={run.isPending} onClick={() => start(true)}>试导入</Button>
        <Button size="small" disabled={!result?.dry_run || run.isPending} onClick={() => start(false)}>确认导入并入账</Button>
      </div>
      {!result && <Text size="small" className="text-ui-fg-subtle px-6 pb-6">UTF-8 或 GBK 的 CSV，列按表头识别。先试导入，看清每一行的去向再入账；同一文件、同一流水号不会重复入账。</Text>}
      {result && <Outcome result={result} />}
    </div>
  )
}

const Outcome = ({ result: { dry_run, rows, faults, passed_over, booked_fen } }: { result: BankFileResult }) => (
  <div className="flex flex-col gap-y-3 pb-4">
    <Text size="small" className="px-6" role="status">{dry_run ? "试导入，尚未入账" : `已入账 ¥${formatFen(booked_fen)}`}：{rows.length} 笔收款，{passed_over} 笔支出略过，{faults.length} 行有误。</Text>
    {faults.length > 0 && <ul role="alert" className="text-ui-fg-error txt-small list-disc px-10">{faults.map(({ line, message }) => <li key={line}>第 {line} 行：{message}</li>)}</ul>}
    <div className="overflow-x-auto whitespace-nowrap">
      <Table>
        <Table.Header><Table.Row>{["行", "日期", "付款人", "金额", "附言", "去向", "说明"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
        <Table.Body>
          {rows.map(({ line, received_on, payer, amount_fen, memo, match, statement_number, organisation_name, reason }) => (
            <Table.Row key={line}>
              <Table.Cell>{line}</Table.Cell><Table.Cell>{received_on}</Table.Cell><Table.Cell>{payer}</Table.Cell><Table.Cell>¥{formatFen(amount_fen)}</Table.Cell><Table.Cell>{memo}</Table.Cell>
              <Table.Cell><StatusBadge color={MATCHES[match][0]}>{MATCHES[match][1]}</StatusBadge></Table.Cell>
              <Table.Cell className="text-ui-fg-subtle">{[statement_number, organisation_name, reason].filter(Boolean).join("　") || "—"}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  </div>
)
