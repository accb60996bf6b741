import type { PayoutBatch, PayoutMethod, ReturnFileResult, SettlementDetail } from "@fupin/contract/schemas"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { BatchRow } from "./batch-row"
import { base64Of, save } from "./files"
import { FileButton } from "./file-button"
import { ReasonForm } from "./reason-form"
import { useAct } from "./use-act"

interface Handing { method: PayoutMethod; batch?: number }

/** The way of the money: files out, results in. */
export function Paying({ detail: { settlement, batches } }: { detail: SettlementDetail }) {
  const act = useAct(["settlement"])
  const [handing, setHanding] = useState<Handing | null>(null)
  if (!["approved", "paying", "done"].includes(settlement.state)) return null
  const isOpen = settlement.state !== "done"
  const path = `settlements/${settlement.id}`
  const importFile = (file: File) => act.mutate({
    run: async () => await ask<ReturnFileResult>(`benefit/${path}/returns`, { filename: file.name, content: await base64Of(file) }),
    done: ({ paid, failed, returned, unchanged }: ReturnFileResult) => `已导入：成功 ${paid}，失败 ${failed}，退票 ${returned}，已登记过 ${unchanged}`,
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div><Heading level="h2">付款办理</Heading><Text size="small" className="text-ui-fg-subtle">先生成付款文件，再导入银行回盘；现金先打印领款表，签字扫描后登记。</Text></div>
        <div className="flex flex-wrap gap-2">
          {isOpen && <Button variant="secondary" onClick={() => setHanding({ method: "bank" })}>生成银行代发文件</Button>}
          {isOpen && <Button variant="secondary" onClick={() => setHanding({ method: "cash" })}>生成领款表</Button>}
          {batches.some(({ method }) => method === "bank") && <FileButton label="导入银行回盘" accept=".csv,.txt,text/csv" isBusy={act.isPending} onFile={importFile} />}
        </div>
      </div>
      {batches.length === 0 && <Text size="small" className="text-ui-fg-subtle px-6 py-8 text-center">还没有生成付款文件。</Text>}
      {batches.map((batch: PayoutBatch) => <BatchRow key={batch.number} settlement_id={settlement.id} batch={batch} onAgain={() => setHanding({ method: batch.method, batch: batch.number })} />)}
      {handing && (
        <ReasonForm title={handing.method === "bank" ? "银行代发文件" : "领款表"} hint="本期兑付发放" action="生成并下载" isBusy={act.isPending} onDone={() => setHanding(null)}
          explains={`文件含领款人全名${handing.method === "bank" ? "和完整账号" : ""}，下载人、时间和事由都会留痕。${handing.batch ? "" : "生成后这些款项即为已送出。"}`}
          onReason={(reason) => act.mutate({ run: () => save(`${path}/batches`, { ...handing, reason }), done: "已下载" }, { onSuccess: () => setHanding(null) })} />
      )}
    </Container>
  )
}
