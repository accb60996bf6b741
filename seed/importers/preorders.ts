import { randomUUID } from "node:crypto"
import { type PreorderBookInput, PreorderOfferState, type PreorderRule } from "@fupin/contract/schemas"
import { payNext } from "@fupin/institution/domain/preorder/contract"
import { bookPreorder } from "@fupin/institution/preorder/book"
import { preordersOf, requireContract, requireOffer } from "@fupin/institution/preorder/facts"
import { createOffer, takeOfferStep } from "@fupin/institution/preorder/manage"
import { receivePreorderPayment } from "@fupin/institution/preorder/receive"
import type { MedusaContainer } from "@medusajs/framework/types"
import { daysAfter } from "../lib/calendar"
import { readData } from "../lib/data"
import { readOrganisationIds } from "./demands"
import type { People } from "./people"
import type { Shelf } from "./products"

interface PreorderSeed {
  title: string
  note: string
  handle: string
  variant: number
  price_fen: number
  expected_yield: number
  /** Days from today, as are the instalments'. */
  book_by: number
  harvest_from: number
  harvest_to: number
  rule: Omit<PreorderRule, "instalments">
  instalments: [days: number, percent: number][]
  contracts: { organisation: string; buyer: string; quantity: number; is_paid: boolean; delivery: PreorderBookInput["delivery"] }[]
}

/** An offer that runs, with contracts whose first advance arrived; found again by its title. */
export async function importPreorders(container: MedusaContainer, shelf: Shelf, { staff, customers }: People, today: string): Promise<void> {
  const known = (await preordersOf(container).readOffers({ states: [...PreorderOfferState.options] })).map(({ title }) => title)
  const organisations = await readOrganisationIds(container)
  for (const { handle, variant, contracts, instalments, book_by, harvest_from, harvest_to, rule, ...offer } of readData<PreorderSeed[]>("preorders.json").filter(({ title }) => !known.includes(title))) {
    const days = { book_by: daysAfter(today, book_by), harvest_from: daysAfter(today, harvest_from), harvest_to: daysAfter(today, harvest_to) }
    const stated = { ...rule, instalments: instalments.map(([due, percent]) => ({ due_on: daysAfter(today, due), percent })) }
    const id = await createOffer(container, { ...offer, ...days, variant_id: shelf.variants[handle]![variant]!, rule: stated }, staff.office)
    await takeOfferStep(container, await requireOffer(container, id), { step: "open", reason: "" }, staff.office)
    for (const { organisation, buyer, quantity, is_paid, delivery } of contracts) {
      const contract_id = await bookPreorder(container, id, { idempotency_key: randomUUID(), organisation_id: organisations[organisation]!, quantity, delivery, reason: null }, customers[buyer]!)
      const { contract } = await requireContract(container, { ids: [contract_id] })
      if (is_paid && contract.state === "running") await receivePreorderPayment(container, contract_id, { amount_fen: payNext(contract, today), reference: `YH${today.replaceAll("-", "")}${contract.number}`, received_on: today }, staff.finance)
    }
  }
}
