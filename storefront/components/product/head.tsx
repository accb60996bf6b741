import type { ProductProvenance, PublicBase } from "@fupin/contract/schemas"
import { Link } from "@/components/ui/link"
import { Badge, Icon } from "@/components/ui"
import type { Product } from "@/lib/api"
import { regionHref, verifyHref } from "@/lib/links"
import { dayText, placeName, PRODUCER_KIND, regionFlagName } from "@/lib/words"

/** Name, origin, maker and, while it is valid, the designation. */
export function ProductHead({ product, provenance, bases }: { product: Product; provenance: ProductProvenance | null; bases: PublicBase[] }) {
  return (
    <header className="grid gap-3 pt-1">
      {provenance && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <Link href={regionHref(provenance.origin.code.slice(0, 6))} className="inline-flex items-center gap-1 py-1 hover:text-vermilion-deep hover:underline">
            <Icon name="place" />{provenance.origin.path[0]} {placeName(provenance.origin)}
          </Link>
          {provenance.origin.flags.map((flag) => <Badge key={flag} tone="straw">{regionFlagName(flag)}</Badge>)}
        </p>
      )}
      <h1 className="text-3xl md:text-4xl">{product.title}</h1>
      {product.subtitle && <p className="text-ink-soft">{product.subtitle}</p>}
      {provenance && <p className="text-sm">{provenance.producer.name}<span className="ml-2 text-ink-faint">{PRODUCER_KIND[provenance.producer.kind]}</span></p>}
      {bases.map(({ name, place, sign_number, supporters }) => <p key={name + place} className="flex items-start gap-1.5 text-sm"><Icon name="leaf" className="mt-1 text-leaf" /><span>直采直供基地：{name}<span className="block text-ink-soft">{[place, sign_number && `牌号 ${sign_number}`, supporters.length > 0 && `${supporters.join("、")}帮扶`].filter(Boolean).join("，")}</span></span></p>)}
      {provenance?.designation && <DesignationBadge designation={provenance.designation} />}
    </header>
  )
}

function DesignationBadge({ designation }: { designation: NonNullable<ProductProvenance["designation"]> }) {
  return (
    <Link href={verifyHref(designation.number)} className="group inline-flex w-fit items-stretch overflow-hidden rounded-md border border-vermilion/40 bg-white text-sm">
      <span className="grid place-items-center bg-vermilion px-3 font-song font-bold tracking-wider text-white">已认定</span>
      <span className="px-3 py-1.5 leading-snug">
        <span className="figures font-medium whitespace-normal! group-hover:underline">{designation.number}</span>
        <span className="block text-xs text-ink-soft">有效至 {dayText(designation.valid_to)} · 点此查验</span>
      </span>
    </Link>
  )
}
