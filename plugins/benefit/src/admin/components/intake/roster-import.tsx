import type { ImportMode, RosterImport, RosterKind } from "@fupin/contract/schemas"
import { Button, Drawer, DropdownMenu, Text, toast, usePrompt } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { sendFile } from "../../lib/send-file"
import { messageOf } from "../../lib/voucher-labels"
import { FaultTable } from "./fault-table"
import { FileField } from "./file-field"

const TITLE: Record<RosterKind, string> = { households: "导入受益农户", linkages: "导入利益联结成员" }
const PAUSE_MS = 700

/** Roster in and out of Excel: a menu with both imports, their templates, and the masked roster. */
export function RosterMenu() {
  const [kind, setKind] = useState<RosterKind | null>(null)
  const download = (path: string) => { location.href = `/admin/benefit/${path}` }
  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild><Button variant="secondary">Excel 导入导出</Button></DropdownMenu.Trigger>
        <DropdownMenu.Content>
          <DropdownMenu.Item onClick={() => setKind("households")}>导入受益农户…</DropdownMenu.Item>
          <DropdownMenu.Item onClick={() => setKind("linkages")}>导入联结成员…</DropdownMenu.Item>
          <DropdownMenu.Separator />
          <DropdownMenu.Item onClick={() => download("imports-export")}>导出名册（遮蔽）</DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
      {kind && <RosterImportDrawer kind={kind} onDone={() => setKind(null)} />}
    </>
  )
}

function RosterImportDrawer({ kind, onDone }: { kind: RosterKind; onDone: () => void }) {
  const client = useQueryClient()
  const prompt = usePrompt()
  const [file, setFile] = useState<File | null>(null)
  const [run, setRun] = useState<RosterImport | null>(null)
  const isRunning = run?.state === "running"

  async function start(mode: ImportMode, chosen = file) {
    if (!chosen) return
    try {
      let { import: now } = await sendFile<{ import: RosterImport }>(`benefit/imports?kind=${kind}&mode=${mode}`, chosen)
      for (setRun(now); now.state === "running"; setRun(now)) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        now = (await ask<{ import: RosterImport }>(`benefit/imports/${now.id}`)).import
      }
      if (now.message) toast.error("没有导入", { description: now.message })
      else if (mode !== "check") toast.success(`已导入 ${now.written_rows} 行${kind === "linkages" ? "，存为草稿，请另一位同事批准" : ""}`)
      if (now.written_rows > 0) void client.invalidateQueries({ queryKey: [kind] })
    } catch (error) {
      toast.error("没有完成", { description: messageOf(error) })
    }
  }

  async function write(mode: "all" | "good") {
    const agreed = await prompt({ title: "确认导入", description: mode === "all" ? `将写入 ${run!.good_rows} 行。` : `只写入正确的 ${run!.good_rows} 行，有错误的行不写入。`, confirmText: "导入", cancelText: "取消" })
    if (agreed) await start(mode)
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{TITLE[kind]}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">先核对，不写入；全部正确，或您选择只导入正确的行时才写入。文件本身不保存。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <a className="txt-small text-ui-fg-interactive" href={`/admin/benefit/imports-template?kind=${kind}`}>下载模板</a>
          <FileField id="roster" label="填好的 .xlsx（最多 20 万行）" accept=".xlsx" onFile={(chosen) => { setFile(chosen); setRun(null); if (chosen) void start("check", chosen) }} />
          {run && (
            <div role="status" className="flex flex-col gap-y-1">
              <Text size="small">{isRunning ? "正在处理，可以关闭此窗口，稍后再来" : run.message ?? (run.mode === "check" ? "核对完毕，还没有写入" : "导入完毕")}</Text>
              <Text size="small" className="text-ui-fg-subtle">已读 {run.read_rows} 行，正确 {run.good_rows} 行，已写入 {run.written_rows} 行</Text>
            </div>
          )}
          {run && <FaultTable faults={run.faults} count={run.fault_count} />}
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onDone}>关闭</Button>
          {run && run.fault_count > 0 && <Button variant="secondary" disabled={isRunning || run.good_rows === 0 || run.mode !== "check"} onClick={() => write("good")}>只导入正确的行</Button>}
          <Button isLoading={isRunning} disabled={!run || run.mode !== "check" || run.fault_count > 0 || run.good_rows === 0} onClick={() => write("all")}>全部导入</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
