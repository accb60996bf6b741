import type { Settlement, SettlementList } from "@fupin/contract/schemas"
import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ask } from "../../lib/ask"
import { periodOf, today } from "../../lib/labels"
import { Field } from "../field"
import { RegionPick } from "../pickers"

/** Lays down a run: of a period and a region, everything payable that no other run has. */
export function RunForm({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate()
  const [period, setPeriod] = useState(() => periodOf(today()))
  const [typed, setRegion] = useState<string | null>(null)
  const { data: last } = useQuery({ queryKey: ["settlements", "last"], queryFn: () => ask<SettlementList>("benefit/settlements?limit=1") })
  const region = typed ?? last?.settlements[0]?.region_code ?? ""
  const prepare = useMutation({
    mutationFn: () => ask<{ settlement: Settlement }>("benefit/settlements", { period, region: region.trim() }),
    onSuccess: ({ settlement }) => { toast.success(`已编制 ${settlement.number}，请核对后提交`); navigate(`/settlements/${settlement.id}`) },
    onError: (error) => toast.error("没有编制", { description: error.message }),
  })
  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>编制兑付</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4">
          <Text size="small" className="text-ui-fg-subtle">收入该区划农户和村集体到期间结束为止、尚未列入任何兑付的全部应付受益。已兑付后退款的，按本区划的上限从本次抵扣，其余留待以后。</Text>
          <Field id="period" label="期间" type="month" value={period} required onChange={setPeriod} />
          <RegionPick id="region" label="区划" value={region} levels={["county", "township", "village"]} required onChange={setRegion} />
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onDone}>取消</Button>
          <Button disabled={!/^\d{6}(\d{3}){0,2}$/.test(region.trim())} isLoading={prepare.isPending} onClick={() => prepare.mutate()}>编制</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
