import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { graph } from "../medusa"
import type { Unmailed } from "../modules/notice/service"
import { unique } from "../reads/plans"
import { sendChangeLetters } from "./change-letters"
import { composeDigest } from "./compose"
import { sendLetters } from "./letters"
import { sendOnce, siteOf } from "./send"
import { noticesOf } from "."

const AT_ONCE = 300
/** Digests are sent from this hour on, Asia/Shanghai. */
const DIGEST_HOUR = 8

/** Sends what is to be mailed, where core has a provider for e-mail; without one the desk's list is all there is. */
export async function mailNotices(container: MedusaContainer, now: Date): Promise<void> {
  if (!(await noticesOf(container).canMail())) return
  const unmailed = await noticesOf(container).readUnmailed(businessDay(now), AT_ONCE)
  const emails = new Map((await graph<{ id: string; email: string }>(container, "customer", ["id", "email"], { id: unique(unmailed.map(({ customer_id }) => customer_id)) })).map(({ id, email }) => [id, email]))
  for (const notice of unmailed.filter(({ mail }) => mail === "each")) {
    const to = emails.get(notice.customer_id)
    if (to) await sendOnce(container, `notice:${notice.id}`, { to, subject: notice.title, text: `${notice.body}\n\n${siteOf(container)}${notice.href}`, template: `notice-${notice.kind}`, resource: { type: "notice", id: notice.id } })
  }
  if (hourOf(now) >= DIGEST_HOUR) await mailDigests(container, unmailed.filter(({ mail }) => mail === "digest"), emails, businessDay(now))
  await sendLetters(container, AT_ONCE, now)
  await sendChangeLetters(container, AT_ONCE)
}

/** One mail a person, unit or producer, and day with all that is new. */
async function mailDigests(container: MedusaContainer, notices: Unmailed[], emails: ReadonlyMap<string, string>, today: string): Promise<void> {
  for (const who of unique(notices.map(({ owner_id, customer_id }) => `${owner_id}:${customer_id}`))) {
    const own = notices.filter(({ owner_id, customer_id }) => `${owner_id}:${customer_id}` === who)
    const to = emails.get(own[0]!.customer_id)
    if (to && await sendOnce(container, `digest:${who}:${today}`, { to, ...composeDigest(own, siteOf(container)), template: "notice-digest", resource: { type: "notice", id: own[0]!.id } })) {
      await noticesOf(container).recordMail(own.map(({ id }) => `notice:${id}`), true)
    }
  }
}

const hourOf = (now: Date): number => new Date(now.getTime() + 8 * 3_600_000).getUTCHours()
