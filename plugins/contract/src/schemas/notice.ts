import { z } from "zod"

/** What a member of a unit, or whoever acts for a producer, is told about (通知). */
export const NoticeKind = z.enum([
  "approval_waiting", "approval_decided", "agreement_renewal", "shortage", "statement_ready", "statement_disputed", "statement_adjusted", "statement_confirmed", "statement_overdue",
  "campaign_refused", "campaign_paid", "campaign_unclaimed",
  "delivery_failed", "delivery_over_budget", "delivery_short", "delivery_cancelled", "delivery_missed", "approval_expired", "plan_behind",
  "member_joined", "member_added", "member_verified", "member_ended",
  "filing_returned", "filing_accepted",
  "proposal_received", "quotes_ready", "invoice_issued", "invoice_declined", "invoice_red",
  "group_buy_off", "preorder_due", "preorder_harvest", "preorder_surplus", "preorder_payback",
  "producer_packing", "producer_demand", "producer_chosen", "producer_passed", "producer_proposal", "producer_dispute", "producer_paid", "producer_invoice",
])
export type NoticeKind = z.infer<typeof NoticeKind>

/** How notices reach a person by mail: one by one, once a day together, or not at all. The desk shows them always. */
export const MailChoice = z.enum(["each", "digest", "none"])
export type MailChoice = z.infer<typeof MailChoice>

export const Notice = z.object({ id: z.string(), kind: NoticeKind, title: z.string(), body: z.string(), href: z.string(), created_at: z.string(), is_read: z.boolean() })
export type Notice = z.infer<typeof Notice>

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const Page = { offset: z.coerce.number().int().min(0).max(10_000).default(0), limit: z.coerce.number().int().min(0).max(100).default(50) }

/** `GET /store/institution/notices`: the signed-in member's own, the newest first. */
export const NoticeQuery = z.strictObject({ organisation_id: Id, ...Page })
export const Notices = z.object({ notices: z.array(Notice), count: z.number(), unread: z.number(), mail: MailChoice, mail_works: z.boolean() })
export type Notices = z.infer<typeof Notices>

/** `POST /store/institution/notices/read`: all of one's own at this unit. */
export const NoticesRead = z.strictObject({ organisation_id: Id })
export type NoticesRead = z.infer<typeof NoticesRead>

/** `POST /store/institution/notices/mail` */
export const NoticeMailInput = z.strictObject({ organisation_id: Id, mail: MailChoice })
export type NoticeMailInput = z.infer<typeof NoticeMailInput>

/** `GET /store/workbench/notices`: what the signed-in person was told as one of a producer's people. */
export const ProducerNoticeQuery = z.strictObject({ producer_id: Id, ...Page })

/** `POST /store/workbench/notices/read` */
export const ProducerNoticesRead = z.strictObject({ producer_id: Id })
export type ProducerNoticesRead = z.infer<typeof ProducerNoticesRead>

/** `POST /store/workbench/notices/mail` */
export const ProducerNoticeMailInput = z.strictObject({ producer_id: Id, mail: MailChoice })
export type ProducerNoticeMailInput = z.infer<typeof ProducerNoticeMailInput>
