import type { MetadataRoute } from "next"
import { storefrontUrl } from "@/lib/api"

export const dynamic = "force-dynamic"

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/cart", "/checkout", "/account", "/orders", "/desk", "/workbench", "/search"] },
    sitemap: `${storefrontUrl()}/sitemap.xml`,
  }
}
