import { TabLink } from "@/components/ui"

const PLACES = [
  { href: "/workbench", name: "今天" },
  { href: "/workbench/packing", name: "装箱" },
  { href: "/workbench/demands", name: "报价" },
  { href: "/workbench/agreements", name: "协议" },
  { href: "/workbench/statements", name: "对账" },
  { href: "/workbench/invoices", name: "发票" },
] as const
export type WorkbenchPlace = (typeof PLACES)[number]["href"]

/** The parts of the workbench; six short words fit the narrowest phone. */
export function WorkbenchNav({ here }: { here: WorkbenchPlace | "/workbench/notices" }) {
  return (
    <nav aria-label="工作台" className="wrap">
      <ul className="-mx-2.5 flex justify-between overflow-x-auto sm:justify-start sm:gap-2">
        {PLACES.map(({ href, name }) => <li key={href}><TabLink href={href} isHere={href === here} tone="vermilion">{name}</TabLink></li>)}
      </ul>
    </nav>
  )
}
