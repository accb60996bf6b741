import type { Quote } from "@fupin/contract/schemas"
import Link from "next/link"
import { Icon, Picture, Price, Yuan } from "@/components/ui"
import { ReduceButton, RemoveButton } from "./line-forms"
import { QuantityStepper } from "./quantity-stepper"

type Line = Quote["lines"][number]

/** One kind of goods in the cart: what it is, how many, what it comes to, and what stands in its way. */
export function CartLine({ line }: { line: Line }) {
  const { variant_id, handle, title, specification, thumbnail, quantity, unit_price_fen, total_fen, problem } = line
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-x-4 gap-y-3 py-5 sm:grid-cols-[7rem_1fr_auto] sm:gap-x-6">
      <Link href={`/products/${encodeURIComponent(handle)}`} tabIndex={-1} aria-hidden="true" className="row-span-2 sm:row-span-1">
        <Picture src={thumbnail} alt="" sizes="7rem" className="rounded-md" />
      </Link>
      <div className="min-w-0">
        <h2 className="font-sans! text-base font-semibold">
          <Link href={`/products/${encodeURIComponent(handle)}`} className="hover:text-vermilion-deep hover:underline">{title}</Link>
        </h2>
        <p className="text-sm text-ink-soft">{specification}　<Yuan fen={unit_price_fen} /></p>
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <QuantityStepper variantId={variant_id} quantity={quantity} title={title} />
          <RemoveButton variantId={variant_id} title={title} />
        </div>
      </div>
      <Price fen={total_fen} className="col-start-2 sm:col-start-auto sm:text-right" />
      {problem && <Problem variantId={variant_id} title={title} quantity={quantity} problem={problem} />}
    </li>
  )
}

export function Problem({ variantId, title, quantity, problem }: { variantId: string; title: string; quantity: number; problem: NonNullable<Line["problem"]> }) {
  const { message, available = 0 } = problem
  return (
    <div role="alert" className="col-span-full flex flex-wrap items-center gap-3 rounded-md bg-vermilion-wash px-4 py-3">
      <p className="flex min-w-52 flex-1 items-start gap-2 text-sm text-vermilion-deep"><Icon name="warning" className="mt-0.5" />{message}</p>
      <div className="flex gap-2">
        {available > 0 && available < quantity && <ReduceButton variantId={variantId} title={title} available={available} />}
        <RemoveButton variantId={variantId} title={title} look="secondary" />
      </div>
    </div>
  )
}
