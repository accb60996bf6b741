"use client"

import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"

const EVERY_MS = 2_000
const TIMES = 6

/** The money is in and the ledger is about to say so: looks again a few times, then leaves it to the reader. */
export function RefreshSoon() {
  const router = useRouter()
  const [looked, setLooked] = useState(0)
  useEffect(() => {
    if (looked >= TIMES) return
    const timer = setTimeout(() => {
      router.refresh()
      setLooked(looked + 1)
    }, EVERY_MS)
    return () => clearTimeout(timer)
  }, [looked, router])
  return <p role="status" className="text-center text-sm text-leaf-deep">{looked < TIMES ? "货款已到账，正在记入台账…" : "货款已到账，记账稍有延迟，请过几分钟刷新"}</p>
}
