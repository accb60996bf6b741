import { Input, Label, Select } from "@medusajs/ui"
import { Field } from "../field"
import { RegionPick, UnitPick } from "../pickers"
import { ProducerField } from "../producer-field"
import { type PaperScopeChoice, SCOPE, type ScopeKind } from "./scope"

/** Which month, and of whom. */
export function ScopePicker({ scope, onChange }: { scope: PaperScopeChoice; onChange: (scope: PaperScopeChoice) => void }) {
  const value = { id: "scope-value", required: true, value: scope.value, onChange: (chosen: string) => onChange({ ...scope, value: chosen }) }
  return (
    <div className="grid w-full gap-3 sm:grid-cols-3">
      <div className="flex flex-col gap-y-1">
        <Label htmlFor="period" size="small" weight="plus">期间（上月 29 日至 28 日）</Label>
        <Input id="period" type="month" value={scope.period} onChange={(event) => onChange({ ...scope, period: event.target.value })} />
      </div>
      <div className="flex flex-col gap-y-1">
        <Label htmlFor="scope" size="small" weight="plus">范围</Label>
        <Select value={scope.kind} onValueChange={(kind) => onChange({ ...scope, kind: kind as ScopeKind, value: "" })}>
          <Select.Trigger id="scope"><Select.Value /></Select.Trigger>
          <Select.Content>{Object.entries(SCOPE).map(([kind, text]) => <Select.Item key={kind} value={kind}>{text}</Select.Item>)}</Select.Content>
        </Select>
      </div>
      {scope.kind === "producer" && <ProducerField value={scope.value} onChange={(value) => onChange({ ...scope, value })} />}
      {scope.kind === "region" && <RegionPick {...value} label="区划" />}
      {scope.kind === "organisation" && <UnitPick {...value} label="采购单位" />}
      {scope.kind === "order" && <Field {...value} label="订单编号" hint="以 order_ 开头" />}
    </div>
  )
}
