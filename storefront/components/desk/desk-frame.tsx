import Link from "next/link"
import { type ReactNode, Suspense } from "react"
import { NoticeBell } from "@/components/desk/notice-bell"
import { Badge, Button, cx, Page, Select } from "@/components/ui"
import { chooseUnit } from "@/lib/desk/actions"
import type { Desk } from "@/lib/desk/open-desk"
import { KIND_NAMES, ROLE_NAMES } from "@/lib/desk/words"

const PLACES = [
  { href: "/desk", name: "总览" },
  { href: "/desk/approvals", name: "审批" },
  { href: "/desk/calendar", name: "日历" },
  { href: "/desk/standing-orders", name: "定向认购" },
  { href: "/desk/demands", name: "需求与报价" },
  { href: "/desk/agreements", name: "协议" },
  { href: "/desk/campaigns", name: "节日慰问" },
  { href: "/desk/payments", name: "付款" },
  { href: "/desk/statements", name: "对账与发票" },
  { href: "/desk/evidence", name: "证明材料" },
  { href: "/desk/budget", name: "预算与份额" },
  { href: "/desk/pairs", name: "结对帮扶" },
  { href: "/desk/impact", name: "帮扶成效" },
  { href: "/desk/organisation", name: "单位" },
] as const

interface DeskFrameProps {
  desk: Desk
  title: ReactNode
  lead?: ReactNode
  here: (typeof PLACES)[number]["href"] | "/desk/notices"
  aside?: ReactNode
  children: ReactNode
}

/** The institution desk: which unit, which part of it, and what one does there. */
export function DeskFrame({ desk, title, lead, here, aside, children }: DeskFrameProps) {
  const { organisation } = desk
  return (
    <>
      <div className="no-print border-b border-line bg-paper-deep">
        <div className="wrap flex flex-wrap items-center justify-between gap-x-6 gap-y-1 pt-3">
          <p className="flex flex-wrap items-center gap-2 py-1"><span className="font-song text-lg font-bold">{organisation.name}</span><Badge>{KIND_NAMES[organisation.kind]}</Badge>{organisation.roles.map((role) => <Badge key={role} tone="leaf">{ROLE_NAMES[role]}</Badge>)}</p>
          <span className="flex flex-wrap items-center gap-x-5"><Suspense fallback={null}><NoticeBell organisationId={organisation.id} /></Suspense><UnitSwitch desk={desk} /></span>
        </div>
        <nav aria-label="采购台" className="wrap">
          <ul className="-mx-3 flex overflow-x-auto">
            {PLACES.map(({ href, name }) => (
              <li key={href}>
                <Link href={href} aria-current={href === here ? "page" : undefined} className={cx("inline-flex min-h-11 items-center border-b-[3px] px-3 whitespace-nowrap", href === here ? "border-vermilion font-semibold" : "border-transparent hover:text-vermilion-deep")}>{name}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <Page title={title} lead={lead} aside={aside}>{children}</Page>
    </>
  )
}

function UnitSwitch({ desk: { organisation, organisations } }: { desk: Desk }) {
  if (organisations.length < 2) return null
  return (
    <form action={chooseUnit} className="flex items-center gap-2">
      <label htmlFor="unit" className="text-sm whitespace-nowrap">切换单位</label>
      <Select id="unit" name="unit" defaultValue={organisation.id} className="min-h-10! py-1!">{organisations.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</Select>
      <Button type="submit" size="sm" look="secondary" className="shrink-0">切换</Button>
    </form>
  )
}
