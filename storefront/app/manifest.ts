import type { MetadataRoute } from "next"
import { SHOP_NAME } from "@/components/site/mark"

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: SHOP_NAME, short_name: SHOP_NAME, lang: "zh-CN", start_url: "/", display: "minimal-ui", background_color: "#fbf8f1", theme_color: "#fbf8f1",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  }
}
