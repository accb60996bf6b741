import { z } from "zod"
import { FilingHead, FilingPaperQuery } from "./filing.js"

/** `GET /store/institution/filing?organisation_id=`: what a buying unit files itself; one of them is a `FilingDetail`. */
export const DeskFilingQuery = z.strictObject({ organisation_id: z.string().min(1).max(64) })
export type DeskFilingQuery = z.infer<typeof DeskFilingQuery>

/** The newest period first. `may_file`: whether the caller submits, attaches and explains. */
export const DeskFilings = z.object({ filings: z.array(FilingHead), may_file: z.boolean() })
export type DeskFilings = z.infer<typeof DeskFilings>

/** `GET …/filing/:id/papers`: 附件1 or 附件2 as a file, masked; no ids of households leave the house. */
export const DeskFilingPaperQuery = FilingPaperQuery.extend({ format: z.enum(["pdf", "xlsx"]).default("pdf") })
export type DeskFilingPaperQuery = z.infer<typeof DeskFilingPaperQuery>
