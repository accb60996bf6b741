import Link from "next/link"
import type { ReactNode } from "react"
import { cx, Page } from "@/components/ui"

const PLACES = [
  { href: "/account", name: "概览" },
  { href: "/account/orders", name: "我的订单" },
  { href: "/account/group-buys", name: "我的团购" },
  { href: "/account/profile", name: "个人资料" },
  { href: "/desk", name: "单位采购台" },
  { href: "/workbench", name: "经营主体工作台" },
] as const

export type AccountPlace = (typeof PLACES)[number]["href"]

/** The frame of everything that belongs to one customer. */
export function AccountFrame({ title, here, children }: { title: string; here: AccountPlace; children: ReactNode }) {
  return (
    <Page title={title} crumbs={here === "/account" ? [{ name: "首页", href: "/" }, { name: "我的账户" }] : [{ name: "我的账户", href: "/account" }, { name: title }]}>
      <div className="grid grid-cols-1 gap-8 md:grid-cols-[11rem_1fr] md:gap-12">
        <nav aria-label="我的账户">
          <ul className="flex gap-1 overflow-x-auto border-b border-line md:grid md:overflow-visible md:border-b-0">
            {PLACES.map(({ href, name }) => (
              <li key={href}>
                <Link href={href} aria-current={href === here ? "page" : undefined}
                  className={cx("inline-flex min-h-11 items-center px-3 whitespace-nowrap", href === here ? "border-b-2 border-vermilion font-semibold text-vermilion-deep md:border-b-0 md:border-l-2" : "hover:text-vermilion-deep")}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0">{children}</div>
      </div>
    </Page>
  )
}
