import type { MaskedHousehold, ProposalInput, ProposalKind } from "@fupin/contract/schemas"
import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { today } from "../../lib/labels"
import { Field } from "../field"
import { RegionPick } from "../pickers"
import { HouseholdField } from "./household-field"
import { END, PROPOSAL } from "./labels"
import { Pick } from "./pick"
import { useAct } from "./use-act"

const { merged: _merged, ...CAUSE } = END
const WEIGHT = { keep: "保持承接农户原有份额", add: "两户份额相加" }
const NEW = { code: "", name: "", region_code: "", id_number: "", phone: "", bank_account: "" }
const NEW_LABEL: Record<keyof typeof NEW, string> = { code: "编号", name: "户主姓名", region_code: "所在行政村", id_number: "身份证号码", phone: "联系电话", bank_account: "银行账号" }

export interface ProposalStart { kind: ProposalKind; household?: MaskedHousehold; successor?: MaskedHousehold }

/** What someone proposes about a household; a colleague compares and decides. */
export function ProposalForm({ start, onDone }: { start: ProposalStart; onDone: (changed: boolean) => void }) {
  const [kind, setKind] = useState(start.kind)
  const [household, setHousehold] = useState(start.household ?? null)
  const [successor, setSuccessor] = useState(start.successor ?? null)
  const [added, setAdded] = useState(NEW)
  const [texts, setTexts] = useState({ region_code: "", on: today(), reason: "" })
  const [cause, setCause] = useState<keyof typeof CAUSE>("own_wish")
  const [weight, setWeight] = useState<keyof typeof WEIGHT>("keep")
  const { act, isActing } = useAct(() => onDone(true))
  const field = (name: keyof typeof texts) => ({ id: name, value: texts[name], onChange: (value: string) => setTexts({ ...texts, [name]: value }) })
  const inherits = kind === "leave" && (cause === "death" || cause === "moved_away")
  const isReady = texts.reason.trim().length >= 4 && (kind === "add" || household !== null) && (kind !== "merge" || successor !== null)

  function changeOf(): ProposalInput["change"] {
    const household_id = household?.id ?? ""
    switch (kind) {
      case "add": return { kind, household: { ...(Object.fromEntries(Object.entries(added).filter(([, value]) => value.trim() !== "")) as typeof NEW) } }
      case "move": return { kind, household_id, region_code: texts.region_code, on: texts.on }
      case "merge": return { kind, household_id, successor_id: successor?.id ?? "", on: texts.on, weight }
      case "leave": return { kind, household_id, cause, successor_id: inherits ? (successor?.id ?? null) : null, on: texts.on }
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onDone(false)}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>提出农户变更</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">由另一位同事复核后生效；已发生的受益不变。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <Pick id="kind" label="变更" value={kind} options={PROPOSAL} onChange={setKind} />
          {kind === "add" && (Object.keys(NEW) as (keyof typeof NEW)[]).map((name) => name === "region_code" ? (
            <RegionPick key={name} id="add-region_code" label={NEW_LABEL[name]} levels={["village"]} hint="输入村名查找，或 12 位区划代码" required value={added[name]} onChange={(value) => setAdded({ ...added, [name]: value })} />
          ) : (
            <Field key={name} id={`add-${name}`} label={NEW_LABEL[name]} value={added[name]} required={["code", "name"].includes(name)} onChange={(value) => setAdded({ ...added, [name]: value })} />
          ))}
          {kind !== "add" && <HouseholdField id="household" label={kind === "merge" ? "并入他户的农户" : "农户"} found={household} onFound={setHousehold} />}
          {kind === "move" && <RegionPick {...field("region_code")} label="迁往的行政村" levels={["village"]} hint="输入村名查找，或 12 位区划代码" required />}
          {kind === "leave" && <Pick id="cause" label="原因" value={cause} options={CAUSE} onChange={setCause} />}
          {kind === "merge" && <Text size="small" className="text-ui-fg-subtle">合并后今后的份额和未付款项归下面的农户。</Text>}
          {(kind === "merge" || inherits) && <HouseholdField id="successor" label={kind === "merge" ? "保留的农户" : "承接农户（没有可不填）"} found={successor} onFound={setSuccessor} />}
          {kind === "merge" && <Pick id="weight" label="两户同在一份协议时" value={weight} options={WEIGHT} onChange={setWeight} />}
          {kind !== "add" && <Field {...field("on")} label="发生日期" type="date" required />}
          <Field {...field("reason")} label="事由" hint="至少四个字" required />
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={() => onDone(false)}>取消</Button>
          <Button isLoading={isActing} disabled={!isReady} onClick={() => act("benefit/proposals", { change: changeOf(), reason: texts.reason }, "已提出，等待复核")}>提出</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
