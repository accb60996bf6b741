import { refusal, type StaffRequest } from "@fupin/access"
import { ProducerPeople } from "@fupin/contract/schemas"
import { workbenchOf } from "../workbench"
import { showPeople } from "../workbench/people"
import { refuseForeignSeller } from "./_sellers"

export async function answerPeople(req: Pick<StaffRequest, "scope">, producerId: string): Promise<{ people: ProducerPeople }> {
  return { people: ProducerPeople.parse(await showPeople(req.scope, producerId, new Date())) }
}

/** The producer of the member or invitation in the path, if it lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function producerInScope(req: StaffRequest, what: "producer_member" | "producer_invitation"): Promise<string> {
  const producerId = await workbenchOf(req.scope).producerOf(what, req.params.id!)
  if (producerId === null) throw refusal("not_found", "not_found")
  await refuseForeignSeller(req, producerId)
  return producerId
}
