"use client"

import { useEffect, useRef } from "react"
import { TabLink } from "@/components/ui"

/** The desk by what one comes for; a part leads to the first of its pages. */
const PARTS = [
  { name: "总览", pages: [{ href: "/desk", name: "今天" }] },
  { name: "审批", pages: [{ href: "/desk/approvals", name: "审批" }] },
  {
    name: "采购", pages: [
      { href: "/desk/calendar", name: "日历" }, { href: "/desk/standing-orders", name: "定向认购" }, { href: "/desk/agreements", name: "协议" },
      { href: "/desk/demands", name: "需求与报价" }, { href: "/desk/preorders", name: "预购" }, { href: "/desk/campaigns", name: "节日慰问" },
    ],
  },
  { name: "结算", pages: [{ href: "/desk/payments", name: "订单与付款" }, { href: "/desk/statements", name: "对账与发票" }, { href: "/desk/budget", name: "预算与份额" }] },
  { name: "帮扶", pages: [{ href: "/desk/impact", name: "成效" }, { href: "/desk/pairs", name: "结对" }, { href: "/desk/bases", name: "基地" }] },
  { name: "材料", pages: [{ href: "/desk/evidence", name: "证明材料" }, { href: "/desk/filing", name: "报送" }] },
  { name: "单位", pages: [{ href: "/desk/organisation", name: "单位" }] },
] as const
export type DeskPlace = (typeof PARTS)[number]["pages"][number]["href"]

/** The parts of the desk, and under them the pages of the part at hand. */
export function DeskNav({ here }: { here: string }) {
  const isHere = ({ pages }: (typeof PARTS)[number]) => pages.some(({ href }) => href === here)
  const pages = PARTS.find(isHere)?.pages ?? []
  return (
    <nav aria-label="采购台">
      <ul className="wrap flex justify-between max-sm:[&_a]:px-1.5 max-sm:*:first:-ml-1.5 max-sm:*:last:-mr-1.5 sm:justify-start sm:gap-x-3 sm:*:first:-ml-2.5">
        {PARTS.map((part) => (
          <li key={part.name}><TabLink href={part.pages[0].href} isHere={isHere(part) && (part.pages.length > 1 ? "within" : true)} tone="vermilion">{part.name}</TabLink></li>
        ))}
      </ul>
      {pages.length > 1 && <Pages pages={pages} here={here} />}
    </nav>
  )
}

/** In one line; where it is longer than the screen, its end fades and the page at hand is scrolled into sight. */
function Pages({ pages, here }: { pages: readonly { href: string; name: string }[]; here: string }) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (list.current && current) list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2
  }, [here])
  return (
    <div className="border-t border-line bg-paper">
      <ul ref={list} className="wrap relative flex overflow-x-auto pr-8 text-sm [mask-image:linear-gradient(to_right,black_calc(100%-2.5rem),transparent)] sm:gap-x-2 sm:[mask-image:none]">
        {pages.map(({ href, name }) => <li key={href} className="first:-ml-2.5"><TabLink href={href} isHere={href === here}>{name}</TabLink></li>)}
      </ul>
    </div>
  )
}
