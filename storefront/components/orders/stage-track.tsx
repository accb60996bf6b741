import type { OrderBenefit } from "@fupin/contract/schemas"
import Link from "next/link"
import { cx, Icon } from "@/components/ui"
import { STAGE_NAMES, STAGE_ORDER, STAGE_SENTENCES } from "@/lib/orders/receipt"

/** 预计 → 预提 → 应付 → 已兑付: how far this benefit has come, in words and places as well as in colour. */
export function StageTrack({ status }: { status: OrderBenefit["status"] }) {
  const reached = STAGE_ORDER.findIndex((stage) => stage === status)
  return (
    <div className="grid gap-3">
      <ol aria-label="受益进度" className={cx("grid grid-cols-4 text-center text-sm", status === "reversed" && "opacity-60")}>
        {STAGE_ORDER.map((stage, index) => (
          <li key={stage} aria-current={stage === status ? "step" : undefined} className="relative grid justify-items-center gap-1.5">
            {index > 0 && <span aria-hidden="true" className={cx("absolute top-3 right-1/2 h-0.5 w-full", index <= reached ? "bg-leaf" : "bg-line")} />}
            <span aria-hidden="true" className={cx("z-10 grid size-6 place-items-center rounded-full border-2 text-xs", index <= reached ? "border-leaf bg-leaf text-white" : "border-line-strong bg-white")}>
              {index <= reached && <Icon name="check" />}
            </span>
            <span className={cx(stage === status ? "font-bold text-leaf-deep" : "text-ink-soft")}>{STAGE_NAMES[stage]}</span>
          </li>
        ))}
      </ol>
      <p className="text-center text-sm text-ink-soft">
        {status === "reversed" && <strong className="text-vermilion-deep">{STAGE_NAMES.reversed}　</strong>}{STAGE_SENTENCES[status]}。<Link href="/impact#stages" className="link no-print">各阶段是什么意思</Link>
      </p>
    </div>
  )
}
