import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { useEffect } from "react"

const ASKED = "fupin-language-set"

/** Whoever opens the sign-in page for the first time reads Chinese; what they choose in their profile later stays. */
const ChineseFirst = () => {
  useEffect(() => {
    if (localStorage.getItem(ASKED)) return
    localStorage.setItem(ASKED, "zhCN")
    localStorage.setItem("lng", "zhCN")
    document.cookie = "lng=zhCN;path=/;max-age=31536000;samesite=lax"
    location.reload()
  }, [])
  return null
}

export const config = defineWidgetConfig({ zone: "login.before" })

export default ChineseFirst
