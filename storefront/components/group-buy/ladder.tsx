import type { GroupBuy } from "@fupin/contract/schemas"
import { cx, Icon, Price } from "@/components/ui"

/** The tiers as a ladder that is climbed from the top: what is reached in green, the next rung with how many are missing. */
export function Ladder({ tiers, units, next, shelf_price_fen, final_price_fen }: Pick<GroupBuy, "tiers" | "units" | "next" | "shelf_price_fen" | "final_price_fen">) {
  return (
    <ol aria-label="价格阶梯" className="grid">
      {tiers.map(({ from_units, price_fen }, index) => {
        const isReached = units >= from_units
        const isNext = final_price_fen === null && next?.from_units === from_units
        const below = index === 0 ? 0 : tiers[index - 1]!.from_units
        const climbed = Math.max(0, Math.min(1, (units - below) / (from_units - below)))
        return (
          <li key={from_units} className="grid grid-cols-[2.25rem_1fr_auto] items-stretch gap-x-3">
            <span aria-hidden="true" className="grid grid-rows-[1fr_auto] justify-items-center">
              <span className="relative min-h-8 w-1.5 overflow-hidden bg-line"><span className="absolute inset-x-0 top-0 bg-leaf" style={{ height: `${climbed * 100}%` }} /></span>
              <span className={cx("grid size-8 place-items-center rounded-full border-2 text-sm font-bold", isReached ? "border-leaf bg-leaf text-white" : isNext ? "border-vermilion bg-white text-vermilion-deep" : "border-line-strong bg-white text-ink-soft")}>
                {isReached ? <Icon name="check" className="size-4!" /> : index + 1}
              </span>
            </span>
            <p className="self-end pb-0.5">
              <span className={cx("figures font-semibold", isReached && "text-leaf-deep")}>满 {from_units} 份</span>
              <span className={cx("ml-2 text-sm", isNext ? "font-semibold text-vermilion-deep" : "text-ink-soft")}>
                {isReached ? (index === 0 ? "成团" : "已达到") : isNext ? `还差 ${from_units - units} 份` : index === 0 ? "起团" : ""}
              </span>
            </p>
            <p className="self-end pb-0.5 text-right">
              {index === 0 && shelf_price_fen !== null && shelf_price_fen > price_fen && <Price fen={shelf_price_fen} size="sm" className="mr-2 text-sm! font-normal! text-ink-faint line-through" />}
              <Price fen={price_fen} className={cx(isReached ? "text-leaf-deep" : isNext ? "text-vermilion-deep" : "text-ink")} />
            </p>
          </li>
        )
      })}
    </ol>
  )
}
