"use client"

import { Button } from "@/components/ui"
import { toast } from "@/components/ui/toast"

/** 分享 with the system's own sheet, or the address copied; 打印 for the wall. */
export function ShareBar({ title }: { title: string }) {
  const share = async () => {
    const { href } = window.location
    if (!navigator.share) {
      await navigator.clipboard.writeText(href)
      toast("链接已复制，可以粘贴给朋友")
      return
    }
    try {
      await navigator.share({ title, url: href })
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) toast("没能打开分享，请复制地址栏里的链接")
    }
  }
  return (
    <div className="no-print flex flex-wrap justify-center gap-3">
      <Button look="benefit" onClick={() => void share()}>分享这张凭据</Button>
      <Button look="secondary" onClick={() => window.print()}>打印</Button>
    </div>
  )
}
