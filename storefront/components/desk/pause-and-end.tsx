"use client"

import type { StandingOrder } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice } from "@/components/ui"
import { endStandingOrder, pauseStandingOrder, resumeStandingOrder } from "@/lib/desk/actions"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"

/** Pausing with a day to resume on, taking a pause back, and ending. What is already ordered stays. */
export function PauseAndEnd({ order, today }: { order: StandingOrder; today: string }) {
  return (
    <section aria-labelledby="pause" className="mt-14 grid gap-8 border-t border-line pt-8 md:grid-cols-2">
      <h2 id="pause" className="sr-only">暂停与结束</h2>
      <PauseOrResume id={order.id} isPaused={order.resume_on !== null} today={today} />
      <End id={order.id} today={today} />
    </section>
  )
}

/** What either said stays when the other takes its place. */
function PauseOrResume({ id, isPaused, today }: { id: string; isPaused: boolean; today: string }) {
  const pause = useActionForm(pauseStandingOrder, BLANK_FORM)
  const resume = useActionForm(resumeStandingOrder, BLANK_FORM)
  const { state, busy, form } = isPaused ? resume : pause
  const before = isPaused ? pause.state : resume.state
  return (
    <div className="grid content-start gap-4">
      <h3 className="text-lg">{isPaused ? "撤销暂停" : "暂停一段时间"}</h3>
      {before.done && <FormMessage state={before} />}
      <form key={String(isPaused)} {...form} className="grid gap-4">
        {!state.done && <FormMessage state={state} />}
        <input type="hidden" name="id" value={id} />
        {isPaused ? <p className="text-sm text-ink-soft">恢复后，没有截单的日期照常配送。</p> : <PauseDays state={state} today={today} />}
        <Button type="submit" look={isPaused ? "primary" : "secondary"} busy={busy} className="justify-self-start">{isPaused ? "恢复配送" : "暂停"}</Button>
      </form>
    </div>
  )
}

/** What becomes of deliveries of those days that are ordered already. */
function PlacedToo() {
  return <Choice kind="checkbox" name="cancel_placed" note="不勾选则照常送达；已付款、已送达的不受影响">已经下单的也取消</Choice>
}

function PauseDays({ state, today }: { state: FormState; today: string }) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 md:grid-cols-1 lg:grid-cols-2">
      <TextField name="from" label="从哪天起" state={state} optional type="date" min={today} hint="不填就从今天起" />
      <TextField name="resume_on" label="哪天恢复" state={state} type="date" min={today} />
      <PlacedToo />
    </div>
  )
}

function End({ id, today }: { id: string; today: string }) {
  const { state, busy, form } = useActionForm(endStandingOrder, BLANK_FORM)
  return (
    <form {...form} className="grid content-start gap-4">
      <h3 className="text-lg">结束这份定向认购</h3>
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <TextField name="last_day" label="最后一个配送日" state={state} optional type="date" min={today} hint="不填就到今天为止；之后不再配送" />
      <PlacedToo />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">结束</Button>
    </form>
  )
}
