import type { PreorderPaymentStep } from "@fupin/contract/schemas"
import { Badge, Yuan } from "@/components/ui"
import { stepName } from "@/lib/desk/preorder-words"

/** Advances one after the other, each with its day and how much of it arrived. */
export function PreorderSteps({ steps }: { steps: PreorderPaymentStep[] }) {
  return (
    <ol className="relative grid gap-4 before:absolute before:inset-y-2 before:left-[7px] before:w-px before:bg-line-strong">
      {steps.map((step, index) => {
        const isPaid = step.paid_fen === step.amount_fen
        return (
          <li key={index} className="relative grid gap-0.5 pl-7">
            <span aria-hidden="true" className={`absolute top-1.5 left-0 size-[15px] rounded-full border-2 ${isPaid ? "border-leaf bg-leaf" : step.is_overdue ? "border-vermilion bg-white" : "border-line-strong bg-white"}`} />
            <p className="flex flex-wrap items-baseline justify-between gap-x-4"><span className="font-semibold">{stepName(step, index)}</span><Yuan fen={step.amount_fen} className="font-semibold" /></p>
            <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
              <span>{step.due_on === null ? "验收后付" : <><span className="figures">{step.due_on}</span> 前</>}</span>
              {isPaid ? <span className="text-leaf">已付清</span> : step.paid_fen > 0 && <span>已付 <Yuan fen={step.paid_fen} /></span>}
              {step.is_overdue && <Badge tone="vermilion">已逾期</Badge>}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
