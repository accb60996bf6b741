import type { PayoutBatch } from "@fupin/contract/schemas"
import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { moment, yuan } from "../../lib/labels"
import { CashForm } from "./cash-form"
import { base64Of, save } from "./files"
import { FileButton } from "./file-button"
import { useAct } from "./use-act"
import { METHOD } from "./words"

/** One file that went out, and for cash the signed list that came back. */
export function BatchRow({ settlement_id, batch: { number, method, payments, amount_fen, at, scan }, onAgain }: { settlement_id: string; batch: PayoutBatch; onAgain: () => void }) {
  const act = useAct(["settlement"])
  const path = `benefit/settlements/${settlement_id}`
  const upload = (file: File) => act.mutate({ run: async () => ask(`${path}/scans`, { batch: number, filename: file.name, content: await base64Of(file) }), done: "已保存扫描件" })
  const [isPaying, setPaying] = useState(false)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-3">
      <div>
        <Text size="small" weight="plus">第 {number} 批 · {METHOD[method]} · {payments} 笔 · {yuan(amount_fen)}</Text>
        <Text size="xsmall" className="text-ui-fg-subtle">{moment(at)}{scan && ` · 已签领款表 ${moment(scan.at)} · SHA-256 ${scan.sha256.slice(0, 12)}…`}</Text>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="transparent" onClick={onAgain}>再次下载</Button>
        {method === "cash" && <FileButton label={scan ? "补传扫描件" : "上传签字扫描件"} accept=".pdf,.jpg,.jpeg,.png" isBusy={act.isPending} onFile={upload} />}
        {scan && <Button size="small" variant="transparent" onClick={() => save(`settlement-scans/${scan.id}`).catch((error: Error) => toast.error("没有下载", { description: error.message }))}>查看扫描件</Button>}
        {method === "cash" && scan && <Button size="small" onClick={() => setPaying(true)}>登记领取</Button>}
      </div>
      {isPaying && <CashForm settlement_id={settlement_id} batch={number} onDone={() => setPaying(false)} />}
    </div>
  )
}
