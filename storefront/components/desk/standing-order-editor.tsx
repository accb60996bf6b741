"use client"

import type { DeliveryPoint, Division, DonationRecipient, StandingOrder, SupplyAgreement } from "@fupin/contract/schemas"
import { ReasonChoice } from "@/components/checkout/choices"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice } from "@/components/ui"
import { saveStandingOrder } from "@/lib/desk/actions"
import type { Filled } from "@/lib/desk/plan-form"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"
import { DeliveryPreviewPanel } from "./delivery-preview-panel"
import { PlanDestination } from "./plan-destination"
import { QuickEntry } from "./quick-entry"
import { QuantityTable } from "./quantity-table"
import { useDeliveryPreview } from "./use-delivery-preview"
import { WeekdayChips } from "./weekday-chips"

const NOTHING: Filled = { quantities: {}, weekdays: [], starts_on: null, ends_on: null }

interface EditorProps {
  agreement: SupplyAgreement
  /** null for a new one. */
  order: StandingOrder | null
  provinces: Division[]
  earliest: string
  /** Where the unit receives goods. */
  points: DeliveryPoint[]
  /** Schools and homes that take gifts now. */
  recipients: DonationRecipient[]
  /** What a new one begins with. */
  filled?: Filled
}

/** What, how many, on which days, where to; beside it what one delivery costs and brings, before anything is saved. */
export function StandingOrderEditor({ agreement, order, provinces, earliest, points, recipients, filled = NOTHING }: EditorProps) {
  const { state, busy, form } = useActionForm(saveStandingOrder, BLANK_FORM)
  const { preview, onQuantities } = useDeliveryPreview(agreement.id, form.ref)
  const plan = heldPlan(state, order, filled)
  return (
    <form {...form} onChange={onQuantities} className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
      <input type="hidden" name="form_sent" value="1" />
      <input type="hidden" name="agreement_id" value={agreement.id} />
      {order && <><input type="hidden" name="standing_order_id" value={order.id} /><input type="hidden" name="version" value={order.version} /></>}
      <div className="grid content-start gap-9">
        <FormMessage state={state} />
        <TextField name="plan_name" label="名称" state={state} initial={order?.name} maxLength={40} placeholder="例如：第一食堂蔬菜" />
        <QuickEntry agreementId={agreement.id} form={form.ref} onFilled={onQuantities} />
        <QuantityTable legend="商品与每次数量" lines={agreement.lines} values={plan.quantities} error={state.errors.lines} />
        <WeekdayChips allowed={agreement.weekdays} chosen={plan.weekdays} error={state.errors.weekday} />
        <Term state={state} agreement={agreement} order={order} earliest={earliest} filled={filled} />
        <div className="grid gap-2.5">
          <Choice kind="checkbox" name="skip_statutory_holidays" defaultChecked={plan.skips} note="元旦、春节、清明、劳动节、端午、中秋、国庆，和当地政府规定放假的节日">法定节假日不配送</Choice>
          <Choice kind="checkbox" name="observe_vacations" defaultChecked={plan.rests} note="在“定向认购”页登记寒暑假">假期不配送</Choice>
          <Choice kind="checkbox" name="deliver_on_makeup_workdays" defaultChecked={plan.makesUp}>调休上班日照常配送</Choice>
        </div>
        <TextField name="headcount" label="平常就餐人数" state={state} initial={order?.headcount ? String(order.headcount) : ""} optional inputMode="numeric" hint="填写后，可以按某一天的人数增减数量" />
        <PlanDestination state={state} order={order} provinces={provinces} points={points} recipients={recipients} />
        <ReasonChoice initial={state.values.reason ?? order?.reason ?? ""} ofUnit />
      </div>
      <DeliveryPreviewPanel preview={preview}><Button type="submit" size="lg" wide busy={busy}>{busy ? "正在保存…" : order ? "保存修改" : "开始定向认购"}</Button></DeliveryPreviewPanel>
    </form>
  )
}

function Term({ state, agreement, order, earliest, filled }: Pick<EditorProps, "agreement" | "order" | "earliest"> & { state: FormState; filled: Filled }) {
  const first = earliest > agreement.valid_from ? earliest : agreement.valid_from
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextField name="starts_on" label="从哪天开始" state={state} initial={order?.starts_on ?? filled.starts_on ?? first} type="date" min={order ? undefined : first} max={agreement.valid_to} />
      <TextField name="ends_on" label="到哪天为止" state={state} initial={order?.ends_on ?? filled.ends_on ?? ""} optional type="date" min={first} max={agreement.valid_to} hint={`不填就到协议期满（${agreement.valid_to}）`} />
    </div>
  )
}

/** What stands in the boxes: what was typed when the form comes back, else what the order says, else what most canteens want. */
function heldPlan({ values }: FormState, order: StandingOrder | null, filled: Filled) {
  if (values.form_sent === undefined) {
    const quantities = { ...filled.quantities, ...Object.fromEntries((order?.lines ?? []).map(({ variant_id, quantity }) => [variant_id, String(quantity)])) }
    return { quantities, weekdays: order?.weekdays ?? filled.weekdays, skips: order?.skip_statutory_holidays ?? true, rests: order?.observe_vacations ?? true, makesUp: order?.deliver_on_makeup_workdays ?? false }
  }
  const quantities = Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith("q:")).map(([name, text]) => [name.slice(2), text]))
  return { quantities, weekdays: (values.weekday ?? "").split(",").map(Number), skips: "skip_statutory_holidays" in values, rests: "observe_vacations" in values, makesUp: "deliver_on_makeup_workdays" in values }
}
