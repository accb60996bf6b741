import type { DryRun } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { CATCH_UP_DAYS, addDays } from "../domain/business-day"
import { foresee, outcomesOf } from "../placing/foresee"
import { goneGoods, readGoods } from "./goods"

/** What a run up to a date would do now: nothing is claimed, nothing written. */
export async function readDryRun(container: MedusaContainer, date: string, organisationIds: string[]): Promise<DryRun> {
  const due = { state: ["planned", "failed"], delivery_date: { $gte: addDays(date, -CATCH_UP_DAYS), $lte: date }, standing_order: { agreement: { organisation_id: organisationIds } } }
  const planned = await foresee(container, due, new Date())
  const states = outcomesOf(planned).map(({ state }) => state)
  const goods = await readGoods(container, planned.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)))
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  return {
    planned: planned.length, placed: count("placed"), short: count("short"), failed: count("failed"),
    total_fen: planned.flatMap(({ lines }) => lines).reduce((fen, { supplied, unit_price_fen }) => fen + supplied * unit_price_fen, 0),
    problems: planned.flatMap(({ occurrence, organisation, lines }) => lines.filter(({ requested, supplied }) => supplied < requested).map(({ variant_id, settle_by, requested, supplied, reason }) => ({
      occurrence_id: occurrence.id, organisation_name: organisation.name, delivery_date: occurrence.delivery_date, title: (goods.get(variant_id) ?? goneGoods(variant_id)).title, settle_by, requested, supplied, reason: reason ?? "",
    }))),
  }
}
