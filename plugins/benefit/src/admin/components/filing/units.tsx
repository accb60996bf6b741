import type { ReportingUnit, ReportingUnitList } from "@fupin/contract/schemas"
import { Button, Drawer, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { ROSTER_STAGE, UNIT_KIND } from "./labels"
import { SettingForm } from "./setting-form"
import { UnitForm } from "./unit-form"

/** Who files, and what each region wants of them. */
export function Units({ onDone }: { onDone: () => void }) {
  const { data, error, refetch } = useQuery({ queryKey: ["reporting-units"], queryFn: () => ask<ReportingUnitList>("benefit/reporting-units") })
  const [editing, setEditing] = useState<ReportingUnit | "unit" | "setting" | null>(null)
  const saved = () => { setEditing(null); void refetch() }
  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>单位与设置</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          {error && <Text size="small" role="alert" className="text-ui-fg-error">{error.message}</Text>}
          {!data && !error && <Skeleton className="h-24 w-full" />}
          {data && editing === null && (
            <>
              <div className="flex gap-x-2"><Button size="small" onClick={() => setEditing("unit")}>登记单位</Button><Button size="small" variant="secondary" onClick={() => setEditing("setting")}>区划设置</Button></div>
              <ul className="divide-y">
                {data.units.map((unit) => (
                  <li key={unit.id} className="flex items-center justify-between gap-2 py-2">
                    <div><Text size="small" weight="plus">{unit.name}</Text><Text size="xsmall" className="text-ui-fg-subtle">{UNIT_KIND[unit.kind]}，{unit.place}{unit.parent_name ? `，报 ${unit.parent_name}` : ""}；{unit.since} 起{unit.until ? `，至 ${unit.until}` : ""}{unit.contact ? `；经办 ${unit.contact}` : ""}</Text></div>
                    <Button size="small" variant="transparent" aria-label={`修改 ${unit.name}`} onClick={() => setEditing(unit)}>修改</Button>
                  </li>
                ))}
                {data.units.length === 0 && <Text size="small" className="text-ui-fg-subtle py-4">还没有填报单位。</Text>}
              </ul>
              <div>
                <Text size="small" weight="plus">期间与期限</Text>
                <Text size="xsmall" className="text-ui-fg-subtle">未设置的区划：上月 29 日至本月 28 日，29 日前报送，按应付口径。</Text>
                <ul className="mt-1">{data.settings.map(({ region_code, place, valid_from, cutoff_day, due_day, stage }) => <li key={`${region_code} ${valid_from}`} className="text-sm">{place}：{valid_from} 起，截至 {cutoff_day} 日，{due_day > cutoff_day ? "" : "次月 "}{due_day} 日前报送，{ROSTER_STAGE[stage]}</li>)}</ul>
              </div>
            </>
          )}
          {data && editing === "setting" && <SettingForm onDone={saved} onCancel={() => setEditing(null)} />}
          {data && editing !== null && editing !== "setting" && <UnitForm unit={editing === "unit" ? null : editing} units={data.units} onDone={saved} onCancel={() => setEditing(null)} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
