import type { BaseChoices } from "@fupin/contract/schemas"
import { Checkbox, Label, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { get, messageOf } from "../lib/client"
import { type BaseDraft, toggled } from "./draft"

interface GrownGoodsProps { region: string; draft: Pick<BaseDraft, "producer_ids" | "product_ids">; faults: Record<string, string>; onChange: (change: Partial<BaseDraft>) => void }

/** Who grows what at a place: producers and, of those ticked, their goods. */
export function GrownGoods({ region, draft: { producer_ids, product_ids }, faults, onChange }: GrownGoodsProps) {
  const { data, error } = useQuery({ queryKey: ["institution", "base-choices", region], enabled: region.length > 6, queryFn: () => get<BaseChoices>("base-choices", { region_code: region }) })
  const producers = data?.producers ?? []
  const untick = (id: string) => product_ids.filter((product) => !producers.find((one) => one.id === id)?.products.some((goods) => goods.id === product))
  const said = faults.producer_ids ?? faults.product_ids
  return (
    <fieldset className="flex flex-col gap-y-3 rounded-lg border p-4">
      <legend className="txt-compact-small-plus px-1">经营主体和主要产品</legend>
      {region.length <= 6 && <Text size="small" className="text-ui-fg-subtle">先选到乡镇或村，再勾选当地的经营主体和产品。</Text>}
      {error && <Text size="small" role="alert" className="text-ui-fg-error">{messageOf(error)}</Text>}
      {data && producers.length === 0 && <Text size="small" role="status">这里没有登记产地的在售商品，请先登记商品产地。</Text>}
      {producers.map(({ id, name, products }) => (
        <div key={id} className="flex flex-col gap-y-2">
          <Tick id={`producer-${id}`} label={name} checked={producer_ids.includes(id)} onChange={() => onChange({ producer_ids: toggled(producer_ids, id), ...(producer_ids.includes(id) ? { product_ids: untick(id) } : {}) })} />
          {producer_ids.includes(id) && <div className="ml-7 flex flex-wrap gap-x-5 gap-y-2">{products.map((goods) => <Tick key={goods.id} id={`goods-${goods.id}`} label={goods.title} checked={product_ids.includes(goods.id)} onChange={() => onChange({ product_ids: toggled(product_ids, goods.id) })} />)}</div>}
        </div>
      ))}
      {said && <span role="alert" className="txt-small text-ui-fg-error">{said}</span>}
    </fieldset>
  )
}

function Tick({ id, label, checked, onChange }: { id: string; label: string; checked: boolean; onChange: () => void }) {
  return <div className="flex items-center gap-x-2"><Checkbox id={id} checked={checked} onCheckedChange={onChange} /><Label htmlFor={id} size="small">{label}</Label></div>
}
