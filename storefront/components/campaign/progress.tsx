"use client"

import type { CampaignJob } from "@fupin/contract/schemas"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { Meter, Notice } from "@/components/ui"

const EVERY_MS = 2_000

/** How far a long work is; looks again by itself while it runs. */
export function JobProgress({ job }: { job: CampaignJob }) {
  const router = useRouter()
  const running = job.state === "running"
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [running, router])
  const name = job.kind === "place" ? "下单" : "登记到账"
  if (job.state === "failed") return <Notice tone="problem" title={`${name}中断`}>{job.message}</Notice>
  if (!running && job.refused === 0) return null
  return (
    <div role="status" className="grid gap-2 rounded-md border border-line bg-white p-4">
      <p className="flex justify-between text-sm"><span>{running ? `正在${name}，可以离开这个页面` : `${name}完成，${job.refused} 单没有下成`}</span><span className="figures">{job.done} / {job.total}</span></p>
      <Meter label={`${name}进度`} value={job.done} max={job.total} />
    </div>
  )
}
