"use client"

import { Button } from "@/components/ui"
import { toast } from "@/components/ui/toast"

/** Calls friends in, with the system's own sheet or the address copied. */
export function Share({ title, text }: { title: string; text: string }) {
  const share = async () => {
    const url = window.location.href
    try {
      if (navigator.share) await navigator.share({ title, text, url })
      else {
        await navigator.clipboard.writeText(`${text} ${url}`)
        toast("链接已复制，可以粘贴给朋友")
      }
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) toast("没能打开分享，请复制地址栏里的链接")
    }
  }
  return <Button look="secondary" onClick={() => void share()} className="no-print">喊人一起拼</Button>
}
