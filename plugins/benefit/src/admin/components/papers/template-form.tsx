import type { PaperTemplate } from "@fupin/contract/schemas"
import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { Field } from "../field"

const FIELDS: [keyof PaperTemplate, string, string][] = [
  ["unit_name", "填报单位", "如：巫溪县乡村振兴局"], ["office_name", "报送单位", "如：重庆市乡村振兴局"], ["phone", "联系电话", "可不填"],
  ["roster_title", "附件1 标题", "带贫人员名册"], ["evidence_title", "附件2 标题", "消费扶贫证明材料"],
]

/** How the papers of a region are headed. */
export function TemplateForm({ region }: { region: string }) {
  const [template, setTemplate] = useState<PaperTemplate | null>(null)
  const queries = useQueryClient()
  const fail = (error: unknown) => toast.error("没有成功", { description: error instanceof Error ? error.message : String(error) })
  const open = () => ask<{ template: PaperTemplate }>(`benefit/paper-templates?region=${region}`).then((read) => setTemplate(read.template), fail)
  async function save() {
    try {
      await ask("benefit/paper-templates", template)
      toast.success("已保存，新开具的文件按此抬头")
      setTemplate(null)
      await queries.invalidateQueries({ queryKey: ["paper"] })
    } catch (error) {
      fail(error)
    }
  }
  return (
    <>
      <Button size="small" variant="transparent" onClick={() => void open()}>抬头与单位</Button>
      <Drawer open={template !== null} onOpenChange={(isOpen) => { if (!isOpen) setTemplate(null) }}>
        <Drawer.Content>
          <Drawer.Header><Drawer.Title>{region} 的材料抬头</Drawer.Title></Drawer.Header>
          <Drawer.Body className="flex flex-col gap-4 overflow-y-auto">
            {template && FIELDS.map(([name, label, hint]) => <Field key={name} id={name} label={label} hint={hint} value={template[name] ?? ""} onChange={(value) => setTemplate({ ...template, [name]: value })} />)}
            <Text size="small" className="text-ui-fg-subtle">下级区划没有自己的抬头时，沿用这里的标题和报送单位。</Text>
          </Drawer.Body>
          <Drawer.Footer><Drawer.Close asChild><Button variant="secondary">取消</Button></Drawer.Close><Button onClick={() => void save()}>保存</Button></Drawer.Footer>
        </Drawer.Content>
      </Drawer>
    </>
  )
}
