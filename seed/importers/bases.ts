import type { BaseInput } from "@fupin/contract/schemas"
import { PAIRING_MODULE, type PairingModuleService } from "@fupin/institution/modules/pairing"
import { readGrownGoods } from "@fupin/institution/pairing/base-goods"
import type { MedusaContainer } from "@medusajs/framework/types"
import { at } from "../lib/calendar"
import { readData } from "../lib/data"
import { readOrganisationIds } from "./demands"
import type { Shelf } from "./products"

interface BaseSeed extends Pick<BaseInput, "name" | "region_code" | "scale" | "scale_unit" | "sign_number"> {
  producer: string
  products: string[]
  organisation: string
}

/** 直采直供基地, confirmed, each supported by one unit since last year; a base that is there already is left as it is. */
export async function importBases(container: MedusaContainer, shelf: Shelf, producers: Record<string, string>, staffId: string, today: string): Promise<void> {
  const organisations = await readOrganisationIds(container)
  const pairing = container.resolve<PairingModuleService>(PAIRING_MODULE)
  const held = await pairing.readBases()
  const [since, act] = [`${Number(today.slice(0, 4)) - 1}-03-01`, { actor_id: staffId, at: new Date(at(today, 9)) }]
  for (const { producer, products, organisation, ...base } of readData<BaseSeed[]>("bases.json")) {
    if (held.some(({ name, region_code }) => name === base.name && region_code === base.region_code)) continue
    const product_ids = products.map((handle) => shelf.products[handle]!)
    const goods = await readGrownGoods(container, { product_id: product_ids }, act.at)
    const supports = [{ organisation_id: organisations[organisation]!, since, until: null }]
    const id = await pairing.enterBase({ ...base, producer_ids: [producers[producer]!], product_ids, since, supports }, goods, act)
    await pairing.stepBase(id, { step: "confirm", sign_number: "" }, act)
  }
}
