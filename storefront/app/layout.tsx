import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import { Footer } from "@/components/site/footer"
import { Header } from "@/components/site/header"
import { SHOP_NAME } from "@/components/site/mark"
import { Toaster } from "@/components/ui/toast"
import { storefrontUrl } from "@/lib/api"
import "./fonts/song.css"
import "./globals.css"

/** Every page is made when it is asked for: addresses and keys exist only then, and a badge must be true at that moment. */
export const dynamic = "force-dynamic"

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(storefrontUrl()),
    title: { default: `${SHOP_NAME} · 知道来处，看见受益`, template: `%s · ${SHOP_NAME}` },
    description: "来自脱贫地区的农家好物。每件商品写明产地、经营主体与认定编号，每笔付款让多少户农家受益，分毫可查。",
    openGraph: { siteName: SHOP_NAME, locale: "zh_CN", type: "website" },
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#fbf8f1", viewportFit: "cover" }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body className="flex min-h-dvh flex-col">
        <a href="#main" className="sr-only bg-ink px-4 py-3 text-paper focus:not-sr-only focus:absolute focus:z-50">跳到正文</a>
        <Header />
        <main id="main" tabIndex={-1} className="flex-1 focus-visible:outline-none">{children}</main>
        <Footer />
        <Toaster />
      </body>
    </html>
  )
}
