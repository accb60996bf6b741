import { Section } from "@/components/ui"
import { getCatalogue } from "@/lib/api"
import { ProductRow } from "./shelf"

interface NeighboursProps {
  region: string
  name: string
  href: string
  except: string
}

/** Other goods of the same county. */
export async function Neighbours({ region, name, href, except }: NeighboursProps) {
  const { products } = await getCatalogue({ region, limit: 5 })
  const others = products.filter(({ id }) => id !== except).slice(0, 4)
  if (others.length === 0) return null
  return (
    <Section title={`同样来自${name}`} more={{ href, name: "都看看" }}>
      <ProductRow products={others} label={`${name}的其他好物`} />
    </Section>
  )
}
