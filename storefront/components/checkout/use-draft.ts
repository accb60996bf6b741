"use client"

import { type RefObject, useEffect, useState } from "react"
import type { Prefill } from "./address-fields"

const KEY = "checkout-draft"
const FIELDS = ["name", "phone", "email", "detail", "remark"] as const

/**
 * Keeps the typed address in this tab while the buyer goes back to the cart, signs in again or meets an error, and puts it back.
 * It never leaves the browser and ends with the tab.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, prefill: Prefill): Prefill {
  const [county, setCounty] = useState(prefill.county_code)
  useEffect(() => {
    const element = form.current
    if (!element) return
    const draft = readDraft()
    for (const name of FIELDS) {
      const field = element.elements.namedItem(name)
      if ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value === "" && draft[name]) field.value = draft[name]
    }
    if (prefill.county_code === "" && draft.county_code) setCounty(draft.county_code)
    const keep = () => writeDraft(Object.fromEntries([...FIELDS, "county_code"].map((name) => [name, String(new FormData(element).get(name) ?? "")])))
    element.addEventListener("change", keep)
    element.addEventListener("submit", keep)
    return () => {
      element.removeEventListener("change", keep)
      element.removeEventListener("submit", keep)
    }
  }, [form, prefill.county_code])
  return { ...prefill, county_code: county }
}

function readDraft(): Record<string, string> {
  const text = sessionStorage.getItem(KEY)
  return text ? (JSON.parse(text) as Record<string, string>) : {}
}

function writeDraft(draft: Record<string, string>): void {
  sessionStorage.setItem(KEY, JSON.stringify(draft))
}
