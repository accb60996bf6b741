import type { DemandInput, PairInput } from "@fupin/contract/schemas"
import { readOfferedGoods } from "@fupin/institution/demand/offered-goods"
import { DEMAND_MODULE, type DemandModuleService } from "@fupin/institution/modules/demand"
import { PAIRING_MODULE, type PairingModuleService } from "@fupin/institution/modules/pairing"
import type { MedusaContainer } from "@medusajs/framework/types"
import { at, daysAfter } from "../lib/calendar"
import { readData } from "../lib/data"
import type { OrganisationSeed } from "./organisations"
import type { Shelf } from "./products"

interface DemandSeed extends Pick<DemandInput, "title" | "weekdays" | "note" | "lines"> {
  organisation: string
  buyer: string
  /** Days from today. */
  posted: number
  quote_by: number
  from: number
  to: number
  /** Each of the first line of what is asked. */
  quotes: { producer: string; product: string; variant: number; price_fen: number; content_milli: number; note: string }[]
}

type PairSeed = Pick<PairInput, "kind" | "document"> & { region?: string; organisation?: string; helped: string; target_fen: number }

/** What units seek and producers offered, and who helps whom; an organisation that has posted before posts nothing again. */
export async function importDemands(container: MedusaContainer, shelf: Shelf, producers: Record<string, string>, people: { office: string; customers: Record<string, string> }, today: string): Promise<void> {
  const organisations = await readOrganisationIds(container)
  const demands = container.resolve<DemandModuleService>(DEMAND_MODULE)
  for (const { organisation, buyer, posted, quote_by, from, to, quotes, ...demand } of readData<DemandSeed[]>("demands.json")) {
    const organisation_id = organisations[organisation]!
    if ((await demands.readDemands({ organisation_ids: [organisation_id] })).length > 0) continue
    const then = new Date(at(daysAfter(today, posted), 10))
    const days = { quote_by: daysAfter(today, quote_by), from_day: daysAfter(today, from), to_day: daysAfter(today, to) }
    const id = await demands.post({ ...demand, ...days, organisation_id, origin_code: null, bulk: null }, { actor_id: people.customers[buyer]!, at: then })
    for (const { producer, product, variant, price_fen, content_milli, note } of quotes) {
      const variant_id = shelf.variants[product]![variant]!
      const goods = await readOfferedGoods(container, [variant_id], null, new Date())
      const lines = [{ line: 0, variant_id, unit_price_fen: price_fen, content_milli }]
      await demands.quote(id, { producer_id: producers[producer]!, valid_to: daysAfter(today, from), note, lines, deductions: [] }, goods, { actor_id: people.office, at: then })
    }
  }
  await importPairs(container, organisations, people.office, today)
}

async function importPairs(container: MedusaContainer, organisations: Record<string, string>, staffId: string, today: string): Promise<void> {
  const year = Number(today.slice(0, 4))
  for (const { kind, document, region, organisation, helped, target_fen } of readData<PairSeed[]>("pairs.json")) {
    const payer = region ? { kind: "region" as const, region_code: region } : { kind: "organisation" as const, organisation_id: organisations[organisation!]! }
    await container.resolve<PairingModuleService>(PAIRING_MODULE).save({ kind, payer, helped_code: helped, document, since: `${year - 1}-01-01`, ended_on: null, targets: [{ year, target_fen }] }, staffId, new Date(at(today, 9)))
  }
}

/** Organisations of the demonstration by their key. */
export async function readOrganisationIds(container: MedusaContainer): Promise<Record<string, string>> {
  const seeds = readData<OrganisationSeed[]>("organisations.json")
  const { data } = await container.resolve("query").graph({ entity: "organisation", fields: ["id", "uscc"], filters: { uscc: seeds.map(({ uscc }) => uscc) } })
  return Object.fromEntries(data.map(({ id, uscc }) => [seeds.find((seed) => seed.uscc === uscc)!.key, id]))
}
