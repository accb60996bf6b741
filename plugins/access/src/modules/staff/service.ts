import { MedusaService } from "@medusajs/framework/utils"
import type { Scope } from "../../domain/decide-staff"
import { StaffScope } from "./models/staff-scope"

export class StaffModuleService extends MedusaService({ StaffScope }) {
  /** Every scope of a user, ended ones too: whether one counts is decided by the rule, at the moment it is asked. */
  async readScopes(userId: string): Promise<Scope[]> {
    return (await this.listStaffScopes({ user_id: userId }, { select: ["role", "region", "valid_to"] })) as Scope[]
  }
}
