import { z } from "zod"
import { FenAmount, Period, RegionCode } from "./common.js"

const Id = z.string().min(1).max(64)
const Line = (max: number) => z.string().trim().min(1).max(max).regex(/^[^\p{Cc}<>]+$/u, "不能含有换行、控制字符或尖括号")
const Reason = z.string().trim().min(4, "请填写事由（至少四个字）").max(500)

/** 镇, 单位 (an office over a region), 采购单位或工会 (files what it bought). */
export const ReportingUnitKind = z.enum(["town", "office", "organisation"])
export type ReportingUnitKind = z.infer<typeof ReportingUnitKind>
/** Which stage 附件1 counts: what became payable, or what was paid out. */
export const RosterStage = z.enum(["payable", "settled"])
export type RosterStage = z.infer<typeof RosterStage>

/** `POST /admin/benefit/reporting-units`: with `id` it changes that unit. `contact` is a name: numbers of people stand nowhere in clear. */
export const ReportingUnitInput = z.strictObject({
  id: Id.optional(),
  name: Line(60),
  kind: ReportingUnitKind,
  region_code: RegionCode,
  /** Of kind organisation: whose purchases it files. */
  organisation_id: Id.nullable().default(null),
  /** The unit that accepts what this one files: a county's of a town's. */
  parent_id: Id.nullable().default(null),
  contact: Line(40).refine((text) => !/\d{7}/.test(text), "只填姓名或职务，不填电话号码").nullable().default(null),
  /** First and last period that it files. */
  since: Period,
  until: Period.nullable().default(null),
  /** So many days before the due day it is reminded. */
  remind_days: z.number().int().min(0).max(20).default(3),
})
export type ReportingUnitInput = z.infer<typeof ReportingUnitInput>

export const ReportingUnit = z.object({
  id: z.string(), name: z.string(), kind: ReportingUnitKind, region_code: z.string(), place: z.string(), organisation_id: z.string().nullable(), parent_id: z.string().nullable(),
  parent_name: z.string().nullable(), contact: z.string().nullable(), since: z.string(), until: z.string().nullable(), remind_days: z.number().int(),
})
export type ReportingUnit = z.infer<typeof ReportingUnit>

/** `POST /admin/benefit/reporting-units/settings`: what a region wants from a period on. Periods that have ended keep theirs. */
export const ReportingSettingInput = z.strictObject({
  region_code: RegionCode,
  valid_from: Period,
  /** The last day of a period; a shorter month takes its last day. */
  cutoff_day: z.number().int().min(1).max(31).default(28),
  /** In the same month when later than the cut-off, else in the next. */
  due_day: z.number().int().min(1).max(31).default(29),
  stage: RosterStage.default("payable"),
})
export type ReportingSettingInput = z.infer<typeof ReportingSettingInput>
export const ReportingSetting = z.object({ region_code: z.string(), place: z.string(), valid_from: z.string(), cutoff_day: z.number().int(), due_day: z.number().int(), stage: RosterStage })
export type ReportingSetting = z.infer<typeof ReportingSetting>

/** `GET /admin/benefit/reporting-units` */
export const ReportingUnitList = z.object({ units: z.array(ReportingUnit), settings: z.array(ReportingSetting), count: z.number().int() })
export type ReportingUnitList = z.infer<typeof ReportingUnitList>

export const FilingState = z.enum(["open", "submitted", "returned", "accepted"])
export type FilingState = z.infer<typeof FilingState>

/** `GET /admin/benefit/filings`: without a period, the one whose papers are due next or overdue. */
export const FilingQuery = z.strictObject({
  period: Period.optional(),
  unit_id: Id.optional(),
  state: FilingState.optional(),
  overdue: z.enum(["true", "false"]).optional().transform((text) => text === "true"),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type FilingQuery = z.infer<typeof FilingQuery>

export const FilingHead = z.object({
  id: z.string(), unit_id: z.string(), unit_name: z.string(), unit_kind: ReportingUnitKind, parent_id: z.string().nullable(), region_code: z.string(), period: z.string(), state: FilingState, version: z.number().int(),
  from: z.string(), to: z.string(), due_day: z.string(), due_at: z.string(), stage: RosterStage,
  is_late: z.boolean().nullable(), is_overdue: z.boolean(), may_submit_from: z.string(),
  submitted_at: z.string().nullable(), submitted_by: z.string().nullable(), accepted_at: z.string().nullable(), accepted_by: z.string().nullable(),
  /** 附件1's own total and rows as submitted; null before. */
  rows_fen: FenAmount.nullable(), payees: z.number().int().nullable(),
})
export type FilingHead = z.infer<typeof FilingHead>
/** `reminders`: of units within the caller's regions, whatever the filter. */
export const FilingList = z.object({
  filings: z.array(FilingHead), count: z.number().int(), periods: z.array(z.string()),
  reminders: z.array(z.object({ filing_id: z.string(), unit_name: z.string(), period: z.string(), due_day: z.string(), kind: z.enum(["due", "overdue"]) })),
})
export type FilingList = z.infer<typeof FilingList>

export const ChecklistItem = z.object({
  key: z.string(), kind: z.enum(["payment", "invoice", "voucher", "child", "suspense", "unaccrued", "unsealed", "unbalanced"]), subject_id: z.string(), label: z.string(),
  state: z.enum(["open", "explained", "told"]), may_explain: z.boolean(),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

export const FilingAttachment = z.object({
  id: z.string(), item: z.string(), name: z.string(), media_type: z.string(), bytes: z.number().int(), sha256: z.string(), uploaded_by: z.string(), uploaded_at: z.string(),
})
export type FilingAttachment = z.infer<typeof FilingAttachment>

/** A journal of an earlier period, or one that takes back what was filed: where it refers to. */
export const LateEntry = z.object({
  journal_id: z.string(), order_id: z.string().nullable(), order_number: z.number().int().nullable(), kind: z.string(), event_at: z.string(), amount_fen: FenAmount,
  /** 补报: its period is over; 冲回: it takes back what an earlier filing holds. */
  why: z.enum(["late", "reversal"]), filing_id: z.string().nullable(), period: z.string(),
})
export type LateEntry = z.infer<typeof LateEntry>

/** Σ parts − twice + not_covered = county, and county = ledger. */
export const RollUp = z.object({
  children: z.array(z.object({ filing_id: z.string(), unit_name: z.string(), state: FilingState, is_late: z.boolean().nullable(), own_fen: FenAmount, part_fen: FenAmount, orders: z.number().int() })),
  parts_fen: FenAmount, twice_fen: FenAmount, not_covered_fen: FenAmount, total_fen: FenAmount, ledger_fen: FenAmount, orders: z.number().int(), complete: z.boolean(),
})
export type RollUp = z.infer<typeof RollUp>

export const FilingStep = z.object({ act: z.enum(["submitted", "returned", "accepted", "attached", "withdrawn", "explained"]), at: z.string(), actor: z.string(), note: z.string() })

/** `GET /admin/benefit/filings/:id` */
export const FilingDetail = z.object({
  filing: FilingHead,
  /** What the caller may do now; who may receive it may return it, who submitted it may not accept it. */
  may: z.object({ submit: z.boolean(), receive: z.boolean(), accept: z.boolean() }),
  contents: z.object({
    journals: z.number().int(), entries: z.number().int(), orders: z.number().int(), households: z.number().int(), provisional_fen: FenAmount, unsealed: z.number().int(),
    roster: z.object({ rows: z.number().int(), rows_fen: FenAmount, carried_forward_fen: FenAmount, collectives_fen: FenAmount, suspense_fen: FenAmount, ledger_fen: FenAmount, brought_fen: FenAmount, balanced: z.boolean() }),
    evidence: z.object({ rows: z.number().int(), rows_fen: FenAmount, balanced: z.boolean() }),
  }),
  seal: z.object({ height: z.number().int(), root: z.string() }).nullable(),
  checklist: z.array(ChecklistItem),
  attachments: z.array(FilingAttachment),
  reasons: z.array(z.object({ item: z.string(), reason: z.string(), actor: z.string(), at: z.string() })),
  late: z.array(LateEntry),
  roll_up: RollUp.nullable(),
  history: z.array(FilingStep),
  /** Frozen papers, once accepted. */
  papers: z.array(z.object({ kind: z.enum(["roster", "evidence"]), number: z.string(), sha256: z.string() })),
})
export type FilingDetail = z.infer<typeof FilingDetail>

/** `POST …/submit` and `…/accept`: `version` is that of the filing as it was seen. */
export const FilingStepInput = z.strictObject({ version: z.number().int().min(0) })
export type FilingStepInput = z.infer<typeof FilingStepInput>
/** `POST …/return` */
export const FilingReturnInput = z.strictObject({ version: z.number().int().min(0), reasons: Reason })
export type FilingReturnInput = z.infer<typeof FilingReturnInput>
/** `POST …/reasons`: why something of the checklist is missing; `item` is its key, or its kind for all of them. */
export const FilingReasonInput = z.strictObject({ item: z.string().min(1).max(120), reason: Reason })
export type FilingReasonInput = z.infer<typeof FilingReasonInput>
/** `POST …/attachments`: a scan as base64; what it is, its bytes say. At most 10 MB. */
export const FilingAttachmentInput = z.strictObject({ item: z.string().min(1).max(120), name: Line(120), content: z.base64().min(8).max(14_000_000) })
export type FilingAttachmentInput = z.infer<typeof FilingAttachmentInput>

/** `GET …/papers/:kind`: frozen once accepted, a draft before. */
export const FilingPaperQuery = z.strictObject({ paper: z.enum(["roster", "evidence"]), format: z.enum(["json", "xlsx", "pdf"]).default("json") })
export type FilingPaperQuery = z.infer<typeof FilingPaperQuery>
