"use client"

import { useLinkStatus } from "next/link"

/** A thin line at the top while the page behind a link is on its way; quick pages never show it. */
export function Pending() {
  const { pending } = useLinkStatus()
  return pending && <span aria-hidden="true" className="pointer-events-none fixed inset-x-0 top-0 z-50 h-[3px] origin-left animate-arriving bg-vermilion" />
}
