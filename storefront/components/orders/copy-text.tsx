"use client"

import { toast } from "@/components/ui/toast"

/** Copies one value; says so aloud. */
export function CopyText({ text, name }: { text: string; name: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast(`已复制${name}`)
  }
  return <button type="button" onClick={() => void copy()} aria-label={`复制${name}`} className="link no-print min-h-10 shrink-0 whitespace-nowrap px-2 text-sm font-normal text-vermilion-deep">复制</button>
}
