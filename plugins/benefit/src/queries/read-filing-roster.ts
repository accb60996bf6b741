import type { Roster } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { shanghaiDay } from "../domain/period"
import type { Asked } from "../modules/filing/contents"
import { readSums } from "../modules/filing/contents"
import { planOf } from "../modules/filing/steps"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import type { HouseholdRow } from "../modules/household/prepare"
import { type OpenRoster, personOf } from "./read-roster"
import { inSnapshot } from "./snapshot"

const PAGE = 1_000

/** What the two papers of a filing say above their rows. */
export function headOf({ filing }: Pick<Asked, "filing">): Pick<Roster, "period" | "from" | "to" | "regions"> & { subject: { kind: "filing"; id: string } } {
  const { id, period, from_at, to_at, unit } = filing
  return { period, from: shanghaiDay(from_at), to: shanghaiDay(new Date(to_at.getTime() - 1)), regions: [unit.region_code], subject: { kind: "filing", id } }
}

/** 附件1 of a filing: what its journals earned each payee, with what the unit's filing before it carried forward. `clear`: regions shown in clear. */
export async function openFilingRoster<T>(container: MedusaContainer, asked: Asked, clear: string[], use: (roster: OpenRoster) => Promise<T>): Promise<T> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  return await inSnapshot(container, async (snapshot) => {
    const planned = await planOf(snapshot, asked)
    const { suspense_fen, earned_fen } = await readSums(snapshot, asked)
    const households = async (sums: { household_id: string; amount_fen: number }[]): Promise<(HouseholdRow & { amount_fen: number })[]> => {
      const { rows } = await snapshot.raw("select * from household where id = any(?) order by code", [sums.map(({ household_id }) => household_id)])
      const fen = new Map(sums.map(({ household_id, amount_fen }) => [household_id, amount_fen]))
      return (rows as HouseholdRow[]).map((row) => ({ ...row, amount_fen: fen.get(row.id)! }))
    }
    const person = ({ amount_fen, ...row }: HouseholdRow & { amount_fen: number }) => ({ household_id: row.id, ...personOf(row, module, clear), amount_fen })
    async function* pages(): AsyncGenerator<Roster["rows"]> {
      for (let start = 0; start < planned.rows.length; start += PAGE) yield (await households(planned.rows.slice(start, start + PAGE))).map(person)
    }
    const sums = { rows_fen: sum(planned.rows), carried_forward_fen: sum(planned.carried_forward), collectives_fen: sum(planned.collectives), suspense_fen, ledger_fen: earned_fen }
    const balanced = sums.rows_fen + sums.carried_forward_fen + sums.collectives_fen + suspense_fen === earned_fen
    return await use({
      head: { title: "附件1 带贫人员名册", ...headOf(asked), stage: asked.filing.stage }, pages: pages(),
      ending: async () => ({
        carried_forward: (await households(planned.carried_forward)).map(person),
        collectives: (await households(planned.collectives)).map(({ id, name, amount_fen }) => ({ household_id: id, name, amount_fen })), foot: { ...sums, balanced },
      }),
    })
  })
}

/** The same as a whole. */
export async function readFilingRoster(container: MedusaContainer, asked: Asked, clear: string[]): Promise<Roster> {
  return await openFilingRoster(container, asked, clear, async ({ head, pages, ending }) => {
    const rows: Roster["rows"] = []
    for await (const page of pages) rows.push(...page)
    return { ...head, rows, ...(await ending()) }
  })
}

function sum(rows: { amount_fen: number }[]): number {
  return rows.reduce((total, { amount_fen }) => total + amount_fen, 0)
}
