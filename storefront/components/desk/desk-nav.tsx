"use client"

import { useEffect, useRef } from "react"
import { TabLink } from "@/components/ui"

const PLACES = [
  { href: "/desk", name: "总览" },
  { href: "/desk/approvals", name: "审批" },
  { href: "/desk/calendar", name: "日历" },
  { href: "/desk/standing-orders", name: "定向认购" },
  { href: "/desk/demands", name: "需求与报价" },
  { href: "/desk/preorders", name: "预购" },
  { href: "/desk/agreements", name: "协议" },
  { href: "/desk/campaigns", name: "节日慰问" },
  { href: "/desk/payments", name: "付款" },
  { href: "/desk/statements", name: "对账与发票" },
  { href: "/desk/evidence", name: "证明材料" },
  { href: "/desk/filing", name: "报送" },
  { href: "/desk/budget", name: "预算与份额" },
  { href: "/desk/pairs", name: "结对" },
  { href: "/desk/bases", name: "基地" },
  { href: "/desk/impact", name: "成效" },
  { href: "/desk/organisation", name: "单位" },
] as const
export type DeskPlace = (typeof PLACES)[number]["href"]

/** The parts of the desk in one line; where it is longer than the screen, its end fades and the part at hand is scrolled into sight. */
export function DeskNav({ here }: { here: string }) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (list.current && current) list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2
  }, [here])
  return (
    <nav aria-label="采购台" className="wrap">
      <ul ref={list} className="relative -mx-2.5 flex overflow-x-auto pr-8 [mask-image:linear-gradient(to_right,black_calc(100%-2.5rem),transparent)] xl:pr-0 xl:[mask-image:none]">
        {PLACES.map(({ href, name }) => (
          <li key={href}><TabLink href={href} isHere={href === here} tone="vermilion">{name}</TabLink></li>
        ))}
      </ul>
    </nav>
  )
}
