"use client"

import { useEffect, useState } from "react"
import { timeLeft } from "@/lib/group-buy/words"

/** How long there is, counting down; begins with what the server said, so that nothing jumps. */
export function TimeLeft({ until, from }: { until: string; from: number }) {
  const [now, setNow] = useState(from)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return <span className="figures" role="timer">{timeLeft(until, now) ?? "时间到"}</span>
}
