"use client"

import { useEffect, useState } from "react"

const EVENT = "fupin:toast"
const SHOWN_MS = 4_000

/** Says a sentence at the foot of the screen, to eyes and screen readers alike. Call from a client component. */
export function toast(message: string): void {
  window.dispatchEvent(new CustomEvent<string>(EVENT, { detail: message }))
}

/** Stands once in the layout and shows what `toast` says. */
export function Toaster() {
  const [message, setMessage] = useState("")
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const show = (event: Event) => {
      clearTimeout(timer)
      setMessage((event as CustomEvent<string>).detail)
      timer = setTimeout(() => setMessage(""), SHOWN_MS)
    }
    window.addEventListener(EVENT, show)
    return () => {
      clearTimeout(timer)
      window.removeEventListener(EVENT, show)
    }
  }, [])
  return (
    <div role="status" aria-live="polite" className="no-print pointer-events-none fixed inset-x-4 bottom-24 z-50 flex justify-center">
      {message && <p className="rounded-md bg-ink px-5 py-3 text-sm text-paper shadow-lift">{message}</p>}
    </div>
  )
}
