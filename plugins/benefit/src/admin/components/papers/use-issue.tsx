import type { IssuedDocument } from "@fupin/contract/schemas"
import { toast, usePrompt } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ask, Refusal } from "../../lib/ask"
import { ReasonDrawer } from "../filing/reason-drawer"

interface Issuing { name: string; path: string; fields: Record<string, unknown> }

/** Freezes a paper: sure first, and when what was issued before says something else, asks why it is voided. `drawer` is to be shown. */
export function useIssue({ name, path, fields }: Issuing) {
  const [isIssuing, setIssuing] = useState(false)
  const [asksWhy, setAsksWhy] = useState(false)
  const prompt = usePrompt()
  const queries = useQueryClient()
  async function freeze(reason: string) {
    const { document } = await ask<{ document: Pick<IssuedDocument, "number" | "version"> }>(path, { ...fields, reason })
    toast.success(`已开具 ${document.number}`, { description: `第 ${document.version} 版；在“材料”页下载，扫二维码可验真` })
    await queries.invalidateQueries({ queryKey: ["papers"] })
  }
  async function issue() {
    if (!(await prompt({ title: `开具${name}？`, description: "开具后内容冻结、编号公开可查，不能修改，只能作废后换发。", confirmText: "开具", cancelText: "取消", variant: "confirmation" }))) return
    setIssuing(true)
    try {
      await freeze("")
    } catch (error) {
      if (error instanceof Refusal && error.code === "document_differs") setAsksWhy(true)
      else toast.error("没有开具", { description: error instanceof Error ? error.message : String(error) })
    } finally {
      setIssuing(false)
    }
  }
  const drawer = asksWhy && <ReasonDrawer title="换发：内容与已开具的文件不同" label="作废旧件的事由（公开验真页只显示已作废，不显示事由）" action="作废并换发" save={freeze} onDone={() => setAsksWhy(false)} />
  return { issue, isIssuing, drawer }
}
