import { Link } from "@/components/ui/link"
import { Seal, SHOP_NAME } from "./mark"

const COLUMNS = [
  { title: "逛一逛", links: [["/products", "全部好物"], ["/group-buys", "正在拼团"], ["/regions", "按产地看"], ["/search", "搜索"]] },
  { title: "看得见", links: [["/impact", "受益公示"], ["/impact#stages", "受益分几个阶段"], ["/verify", "查认定和证书"]] },
  { title: "单位", links: [["/desk", "食堂定向认购"], ["/desk", "工会节日慰问"], ["/workbench", "经营主体工作台"]] },
  { title: "我的", links: [["/account", "我的账户"], ["/account/orders", "我的订单"], ["/cart", "购物车"]] },
] as const

export function Footer() {
  return (
    <footer className="no-print mt-8 bg-ink text-paper">
      <div className="wrap grid gap-10 py-12 lg:grid-cols-[1.4fr_3fr]">
        <div className="grid content-start gap-4">
          <p className="flex items-center gap-3 font-song text-2xl font-bold"><Seal className="size-11" />{SHOP_NAME}</p>
          <p className="max-w-xs text-sm leading-relaxed text-paper/80">每一件好物都写明来自哪里、由谁认定；每一笔付款都记到受益农户，分毫可查。</p>
        </div>
        <nav aria-label="页尾" className="grid grid-cols-2 gap-8 sm:grid-cols-4">
          {COLUMNS.map(({ title, links }) => (
            <div key={title}>
              <h2 className="mb-2 text-base text-straw">{title}</h2>
              <ul>
                {links.map(([href, name]) => (
                  <li key={name}><Link href={href} className="inline-block py-1.5 text-sm text-paper/85 hover:text-white hover:underline focus-visible:outline-straw">{name}</Link></li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
      <div className="border-t border-paper/15">
        <p className="wrap py-5 text-xs text-paper/70">受益金额按付款、验收、兑付三个阶段分别记账，未付款的订单只有“预计”，不入账。</p>
      </div>
    </footer>
  )
}
