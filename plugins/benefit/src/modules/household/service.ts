import { successorOn } from "../../domain/household/succession"
import { RosterService } from "./roster-service"

export class HouseholdModuleService extends RosterService {
  /**
   * Who takes these households' shares on the business date `on`: each id with its last successor, or with itself.
   * Deaths, moves and merges stand in `household_succession` and nowhere else.
   */
  async readSuccessors(householdIds: string[], on: string): Promise<Map<string, string>> {
    const rows = await this.listHouseholdSuccessions({ from: { $lte: on } }, { select: ["household_id", "successor_id", "from"] })
    return new Map(householdIds.map((id) => [id, successorOn(id, on, rows)]))
  }
}
