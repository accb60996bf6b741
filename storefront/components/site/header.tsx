import { Link } from "@/components/ui/link"
import { Suspense } from "react"
import { Icon, type IconName } from "@/components/ui"
import { countCart } from "@/lib/cart"
import { Seal, SHOP_NAME } from "./mark"
import { SearchBox } from "./search-box"

const PLACES = [
  { href: "/products", name: "全部好物" },
  { href: "/regions", name: "产地" },
  { href: "/impact", name: "受益公示" },
  { href: "/verify", name: "验真" },
  { href: "/desk", name: "单位采购" },
]

export function Header() {
  return (
    <header className="no-print border-b border-line bg-paper">
      <div className="wrap flex flex-wrap items-center gap-x-6 gap-y-2.5 pt-3 pb-1 md:pt-4 md:pb-2">
        <Link href="/" className="flex items-center gap-2.5">
          <Seal className="size-10 md:size-11" />
          <span className="font-song text-xl font-bold tracking-wide md:text-2xl">{SHOP_NAME}</span>
        </Link>
        <div className="order-last w-full md:order-none md:ml-4 md:w-auto md:max-w-md md:flex-1">
          <SearchBox id="site-search" />
        </div>
        <div className="ml-auto flex items-center gap-1">
          <Corner href="/account" icon="person" name="我的" />
          <Suspense fallback={<Corner href="/cart" icon="cart" name="购物车" />}>
            <CartCorner />
          </Suspense>
        </div>
      </div>
      <nav aria-label="主要栏目" className="wrap">
        <ul className="-mx-1 flex justify-between min-[360px]:-mx-2 md:justify-start md:gap-4">
          {PLACES.map(({ href, name }) => (
            <li key={href}>
              <Link href={href} className="inline-flex min-h-11 items-center px-1 text-sm font-medium whitespace-nowrap min-[360px]:px-2 hover:text-vermilion-deep hover:underline hover:underline-offset-8 md:text-base">{name}</Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

async function CartCorner() {
  return <Corner href="/cart" icon="cart" name="购物车" count={await countCart()} />
}

function Corner({ href, icon, name, count = 0 }: { href: string; icon: IconName; name: string; count?: number }) {
  return (
    <Link href={href} className="relative inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-md px-2 text-sm font-medium hover:text-vermilion-deep">
      <Icon name={icon} className="size-6!" />
      <span className="sr-only lg:not-sr-only">{name}</span>
      {count > 0 && (
        <>
          <span className="sr-only">，有 {count} 件</span>
          <span aria-hidden="true" className="figures absolute top-0.5 right-0 min-w-5 rounded-full bg-vermilion px-1 text-center text-xs leading-5 font-bold text-white lg:static">{count > 99 ? "99+" : count}</span>
        </>
      )}
    </Link>
  )
}
