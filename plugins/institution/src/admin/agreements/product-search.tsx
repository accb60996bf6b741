import { fenFromYuan, yuanFromFen } from "@fupin/contract/money"
import { Button, Input, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { getAdmin, messageOf } from "../lib/client"
import { Field } from "../lib/fields"
import { useLater } from "../lib/later"

/** Goods as they were picked, with the price on the shelf. */
export interface Picked { variant_id: string; title: string; specification: string; price: string }

interface Found { id: string; title: string; variants: { id: string; title: string; sku: string | null; prices: { currency_code: string; amount: number; min_quantity: number | null }[] }[] }

/** The shelf's price for one, as the first proposal of the agreed one. */
function shelfPrice({ prices }: Found["variants"][number]): string {
  const price = prices.find(({ currency_code, min_quantity }) => currency_code === "cny" && min_quantity === null)
  return price ? String(yuanFromFen(fenFromYuan(price.amount))) : ""
}

/** Goods are picked, never typed. */
export function ProductSearch({ picked, fault, hint = "按名称查找，选中后填写协议价", onPick }: { picked: string[]; fault?: string; hint?: string; onPick: (goods: Picked) => void }) {
  const [text, setText] = useState("")
  const q = useLater(text.trim())
  const { data, error } = useQuery({
    queryKey: ["institution", "goods", q], enabled: q !== "",
    queryFn: () => getAdmin<{ products: Found[] }>("products", { q, limit: "8", "status[]": "published", fields: "id,title,variants.id,variants.title,variants.sku,*variants.prices" }),
  })
  const rows = q === "" ? [] : (data?.products ?? []).flatMap((product) => product.variants.map((variant) => ({ product, variant })))
  return (
    <div className="flex flex-col gap-y-2">
      <Field id="goods" label="加入商品" fault={fault} hint={hint}>
        <Input id="goods" type="search" value={text} autoComplete="off" aria-invalid={fault !== undefined} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => event.key === "Enter" && event.preventDefault()} />
      </Field>
      {error && <Text size="small" role="alert" className="text-ui-fg-error">{messageOf(error)}</Text>}
      {q !== "" && data && rows.length === 0 && <Text size="small" role="status" className="text-ui-fg-subtle">没有找到在售商品“{q}”。</Text>}
      {rows.length > 0 && (
        <ul className="divide-y rounded-lg border">
          {rows.map(({ product, variant }) => (
            <li key={variant.id} className="flex items-center justify-between gap-3 px-4 py-2">
              <Text size="small">{product.title} <span className="text-ui-fg-subtle">{variant.title}{shelfPrice(variant) && ` · 现价 ¥${shelfPrice(variant)}`}</span></Text>
              <Button size="small" type="button" variant="transparent" disabled={picked.includes(variant.id)} aria-label={`加入 ${product.title} ${variant.title}`}
                onClick={() => onPick({ variant_id: variant.id, title: product.title, specification: variant.title, price: shelfPrice(variant) })}>
                {picked.includes(variant.id) ? "已加入" : "加入"}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
