import { regionContains, type StaffRequest } from "@fupin/access"
import { sendSheet } from "@fupin/benefit/papers/answer-paper"
import type { PreorderContract, PreorderOffer } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideRole, type MemberAction } from "../domain/decide-member"
import { phoneKeys } from "../keys"
import { customerOf } from "../medusa"
import type { ContractRow, OfferRow } from "../modules/preorder/service"
import type { Batch } from "../preorder/door"
import { preordersOf, requireContract, requireDelivery, requireOffer } from "../preorder/facts"
import { readPreorderPaper } from "../preorder/paper"
import { showContracts, showOffers } from "../preorder/show"
import { allowMember, readMine } from "../reads/members"
import { sendScan } from "./_scans"
import { refuseOutside } from "./_scope"

/** The offer in the path as a unit may see it: a draft is nobody's business. Error: not_found. */
export async function openOffer(req: MedusaRequest): Promise<OfferRow> {
  const offer = await requireOffer(req.scope, req.params.id!)
  return offer.state === "draft" ? await requireOffer(req.scope, "") : offer
}

/** The contract in the path, if the signed-in person may do `action` for its unit. Errors: not_found, those of `allowMember`. */
export async function contractFor(req: MedusaRequest, action: MemberAction): Promise<ContractRow> {
  const { contract } = await requireContract(req.scope, { ids: [req.params.id!] })
  await allowMember(req.scope, customerOf(req), contract.organisation_id, action)
  return contract
}

/** The batch in the path, in the same way. */
export async function deliveryFor(req: MedusaRequest, action: MemberAction): Promise<Batch> {
  const held = await requireDelivery(req.scope, req.params.id!)
  await allowMember(req.scope, customerOf(req), held.contract.organisation_id, action)
  return held
}

/** Contracts as the signed-in member sees them: where to pay is for those who buy or pay. */
export async function answerMine(req: MedusaRequest, rows: ContractRow[]): Promise<PreorderContract[]> {
  const mine = await readMine(req.scope, customerOf(req))
  return await showContracts(req.scope, rows, new Date(), (id) => mine.some((one) => one.id === id && decideRole(one.roles, "pay").ok))
}

export async function answerContract(req: MedusaRequest, id: string): Promise<{ contract: PreorderContract }> {
  const [contract] = await answerMine(req, await preordersOf(req.scope).readContracts({ ids: [id] }))
  return { contract: contract! }
}

/** The offer in the path, if its producer lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function offerInScope(req: StaffRequest): Promise<OfferRow> {
  const offer = await requireOffer(req.scope, req.params.id!)
  refuseOutside(req, offer.region_code)
  return offer
}

/** The contract in the path, by the region of the offer's producer. */
export async function contractInScope(req: StaffRequest): Promise<ContractRow> {
  const { contract, offer } = await requireContract(req.scope, { ids: [req.params.id!] })
  refuseOutside(req, offer.region_code)
  return contract
}

export async function deliveryInScope(req: StaffRequest): Promise<Batch> {
  const held = await requireDelivery(req.scope, req.params.id!)
  refuseOutside(req, held.offer.region_code)
  return held
}

export const isInScope = ({ staffRegions }: StaffRequest, { region_code }: OfferRow): boolean => staffRegions.some((within) => regionContains(within, region_code))

export async function answerOffer(container: MedusaContainer, id: string): Promise<{ offer: PreorderOffer }> {
  const [offer] = await showOffers(container, [await requireOffer(container, id)], new Date())
  return { offer: offer! }
}

/** A contract as the office sees it. */
export async function answerOfficeContract(container: MedusaContainer, id: string): Promise<{ contract: PreorderContract }> {
  const [contract] = await showContracts(container, await preordersOf(container).readContracts({ ids: [id] }), new Date(), () => true)
  return { contract: contract! }
}

/** A contract's text for signature. Error: preorder_state before it has its number. */
export async function answerPaper(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, contract: ContractRow): Promise<void> {
  await sendSheet(req, res, await readPreorderPaper(req.scope, contract), "pdf", `订单式生产认购合同 ${contract.number}`)
}

/** The paper that both sides signed. Error: not_found. */
export async function answerScan(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, { id, number }: ContractRow): Promise<void> {
  sendScan(res, number ?? "", await preordersOf(req.scope).readScan(id, phoneKeys()))
}
