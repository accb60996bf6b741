import type { ProductProvenance } from "@fupin/contract/schemas"
import { Link } from "@/components/ui/link"
import type { ReactNode } from "react"
import { Section, Yuan } from "@/components/ui"
import { regionHref, verifyHref } from "@/lib/links"
import { dayText, linkageWords, PRODUCER_KIND } from "@/lib/words"
import { BasketScene, FieldScene, HouseholdsScene, MakerScene, SealScene } from "./journey-scenes"
import { ShareBar } from "./share-bar"

export interface JourneyUnit {
  specification: string
  price_fen: number
  benefit_fen: number
  households: number
}

/** The way from field to household, drawn from what is recorded: 产地 → 经营主体 → 认定 → 您 → 受益农户. */
export function Journey({ provenance, unit }: { provenance: ProductProvenance; unit: JourneyUnit | null }) {
  const { origin, producer, designation, linkage } = provenance
  return (
    <div className="mt-12 border-y border-line bg-white">
      <Section id="benefit" title="从田头到农户" lead="您付的钱怎样到达农户，每一站都查得到。">
        <ol className="relative grid gap-y-7 md:grid-cols-5 md:gap-x-5 md:pt-2">
          <li aria-hidden="true" className="absolute top-8 bottom-16 left-11 border-l-2 border-dashed border-leaf/50 md:top-[5.4rem] md:right-[8%] md:bottom-auto md:left-[8%] md:border-t-2 md:border-l-0" />
          <Station scene={<FieldScene />} step="产地" title={<Link href={regionHref(origin.code.slice(0, 6))} className="link">{origin.path.slice(1).join(" ") || origin.path[0]}</Link>}>{origin.path[0]}</Station>
          <Station scene={<MakerScene />} step="经营主体" title={producer.name}>{PRODUCER_KIND[producer.kind]}</Station>
          {designation
            ? <Station scene={<SealScene valid />} step="认定" title={<Link href={verifyHref(designation.number)} className="link">{designation.number}</Link>}>有效至 {dayText(designation.valid_to)}</Station>
            : <Station scene={<SealScene valid={false} />} step="认定" title="目前没有有效认定">{provenance.problem ? "暂停销售" : "未列入消费帮扶产品目录"}</Station>}
          <Station scene={<BasketScene />} step="您" title={unit ? <>一份 <Yuan fen={unit.price_fen} /></> : "暂未定价"}>{unit?.specification}</Station>
          <Station scene={<HouseholdsScene households={linkage.households} />} step="受益农户" title={linkage.households > 0 ? `${linkage.households} 户` : "尚未登记"}>
            {unit && unit.benefit_fen > 0 && <>每份预计受益 <Yuan fen={unit.benefit_fen} className="font-semibold text-leaf" /></>}
          </Station>
        </ol>
        {unit && unit.benefit_fen > 0 && <ShareBar unit={unit} households={linkage.households} />}
        {linkage.kinds.length > 0 && (
          <dl className="mt-8 grid gap-x-8 gap-y-3 text-sm md:grid-cols-2">
            {linkage.kinds.map((kind) => {
              const { name, meaning } = linkageWords(kind)
              return <div key={kind} className="flex gap-3"><dt className="shrink-0 font-semibold text-leaf">{name}</dt><dd className="text-ink-soft">{meaning}</dd></div>
            })}
          </dl>
        )}
      </Section>
    </div>
  )
}

function Station({ scene, step, title, children }: { scene: ReactNode; step: string; title: ReactNode; children?: ReactNode }) {
  return (
    <li className="relative grid grid-cols-[5.5rem_1fr] items-center gap-x-4 md:block md:text-center">
      <div className="bg-white py-1 md:mx-auto md:w-36 md:px-2">{scene}</div>
      <div className="md:mt-3">
        <p className="font-song text-sm font-bold text-vermilion">{step}</p>
        <p className="leading-snug font-semibold">{title}</p>
        {children && <p className="mt-0.5 text-sm text-ink-soft">{children}</p>}
      </div>
    </li>
  )
}
