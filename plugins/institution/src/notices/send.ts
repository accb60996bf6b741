import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { noticesOf } from "."

export interface Mail {
  to: string
  subject: string
  text: string
  template: string
  /** What the mail is about, so that its record can be found and deleted. */
  resource: { type: "notice" | "campaign" | "invitation"; id: string }
}

/**
 * Sends one mail through core's notification module, once for its key in all processes: what is in hand is held, what was sent is
 * marked, and a record left by a process that died counts as sent. A failure is written down and tried again later; it never throws. Answers whether it was sent now.
 */
export async function sendOnce(container: MedusaContainer, key: string, { to, subject, text, template, resource }: Mail): Promise<boolean> {
  const module = noticesOf(container)
  const failures = await module.holdMail(key)
  if (failures === null) return false
  const notifications = container.resolve(Modules.NOTIFICATION)
  const idempotency_key = `${key}:${failures}`
  try {
    if (!(await module.hasMailRecord(idempotency_key))) await notifications.createNotifications({ to, channel: "email", template, content: { subject, text, html: htmlOf(text) }, resource_id: resource.id, resource_type: resource.type, idempotency_key })
    await module.recordMail([key], true)
    return true
  } catch (error) {
    // Neither the address nor what was written: a provider's own message may repeat both.
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`mail ${key} was not sent: ${error instanceof Error ? error.name : "unknown"}`)
    await module.recordMail([key], false)
    return false
  }
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** The same words for mail programs that show no plain text. */
function htmlOf(text: string): string {
  return `<div style="font-size:16px;line-height:1.7">${text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!).replace(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}">${link}</a>`).replaceAll("\n", "<br>")}</div>`
}

/** Where people open what they are told of: the shop itself. */
export const siteOf = (container: MedusaContainer): string => container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http.storeCors.split(",")[0]!.replace(/\/$/, "")
