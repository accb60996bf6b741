import { z } from "zod"
import { RegionCode } from "./common.js"

/** 岗位. What each may do is said once, in the access plugin's domain. */
export const StaffRole = z.enum(["administrator", "office", "town_clerk", "finance", "auditor"])
export type StaffRole = z.infer<typeof StaffRole>

/** "*" is the whole platform; otherwise a division and everything below it. */
export const ScopeRegion = z.union([z.literal("*"), RegionCode])

export const StaffScopeInput = z.strictObject({
  user_id: z.string().min(1),
  role: StaffRole,
  region: ScopeRegion,
  valid_to: z.iso.datetime({ offset: true }).nullable().default(null),
})
export type StaffScopeInput = z.infer<typeof StaffScopeInput>

export const StaffScope = StaffScopeInput.extend({ id: z.string(), valid_to: z.string().nullable() })
export type StaffScope = z.infer<typeof StaffScope>
