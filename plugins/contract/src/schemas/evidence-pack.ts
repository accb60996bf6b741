import { z } from "zod"
import { FenAmount, Period } from "./common.js"

/** `GET /store/institution/evidence?organisation_id=&period=` → `EvidencePack`; `…/evidence/pack` answers it as a ZIP. */
export const EvidencePackQuery = z.strictObject({ organisation_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确"), period: Period })

/** What proves a unit's purchases of one reporting period: both forms, statements, invoices, what was signed and photographed at the door, signed agreements in force, and campaigns paid in it. */
export const EvidencePack = z.object({
  period: z.string(), from: z.string(), to: z.string(), organisation: z.object({ id: z.string(), name: z.string() }),
  /** 附件1: people listed, and what became payable to all beneficiaries. 附件2: goods paid for. */
  people: z.number(), payable_fen: FenAmount, rows: z.number(), paid_fen: FenAmount,
  statements: z.array(z.object({ id: z.string(), number: z.string(), seller: z.string(), state: z.enum(["sent", "disputed", "adjusted", "confirmed", "settled"]), due_fen: FenAmount })),
  invoices: z.array(z.object({ id: z.string(), number: z.string(), seller: z.string(), is_red: z.boolean(), amount_fen: FenAmount })),
  /** `page` of the desk shows it. */
  deliveries: z.array(z.object({ id: z.string(), page: z.string(), delivery_date: z.string(), name: z.string(), signed_by: z.string().nullable(), photos: z.number(), notes: z.number() })),
  agreements: z.array(z.object({ id: z.string(), kind: z.enum(["supply", "preorder"]), number: z.string(), sha256: z.string() })),
  campaigns: z.array(z.object({ id: z.string(), title: z.string(), received_fen: FenAmount, has_minutes: z.boolean() })),
})
export type EvidencePack = z.infer<typeof EvidencePack>
