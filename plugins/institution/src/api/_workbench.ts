import { refusal } from "@fupin/access"
import { type AgreementDossier, ProducerQuery, WorkbenchAgreement } from "@fupin/contract/schemas"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { ProducerAction } from "../domain/workbench/decide-producer"
import { type AgreementRow, customerOf } from "../medusa"
import type { InvoiceRow, StatementRow } from "../modules/statement/service"
import { readAgreements, readOrganisations, unique } from "../reads/plans"
import { workbenchOf } from "../workbench"
import { allowProducer } from "../workbench/people"
import { type AgreementAct, changeAgreementWorkflow } from "../workflows/change-agreement"
import { answerAgreement } from "./_agreements"
import { validQuery } from "./_query"
import { invoiceNamed, statementNamed } from "./_statements"

/** The producer, if the signed-in person may do `action` for it now. Errors: not_a_producer_member, producer_stopped. */
export const asProducer = (req: MedusaRequest, producerId: string, action: ProducerAction): Promise<{ id: string; name: string }> => allowProducer(req.scope, customerOf(req), producerId, action)

export const isStopped = async (req: MedusaRequest, producerId: string): Promise<boolean> => (await workbenchOf(req.scope).readStops([producerId])).length > 0

/** The producer whose list is asked for (`?producer_id=`). */
export const producerAsked = (req: MedusaRequest): Promise<{ id: string; name: string }> => asProducer(req, validQuery(req, ProducerQuery).producer_id, "read")

/** The agreement, if it is with the person's producer alone; one with several producers is negotiated by staff. Errors: not_found, those of `asProducer`. */
export async function producersAgreement(req: MedusaRequest, id: string, action: ProducerAction): Promise<AgreementRow> {
  const [agreement] = await readAgreements(req.scope, { id })
  if (!agreement || agreement.producer_id === null) throw refusal("not_found", "not_found")
  await asProducer(req, agreement.producer_id, action)
  return agreement
}

/** The statement in the path, if it went out and is the person's producer's. Errors: not_found, those of `asProducer`. */
export async function producersStatement(req: MedusaRequest, action: ProducerAction): Promise<StatementRow> {
  const row = await statementNamed(req)
  await asProducer(req, row.seller_id, action)
  if (row.state === "draft") throw refusal("not_found", "not_found")
  return row
}

/** The invoice in the path, if it is asked of the person's producer. Errors: not_found, those of `asProducer`. */
export async function producersInvoice(req: MedusaRequest, action: ProducerAction): Promise<InvoiceRow> {
  const row = await invoiceNamed(req)
  await asProducer(req, row.seller_id, action)
  return row
}

/** Agreements with the name of who buys. */
export async function withBuyers<Agreement extends { organisation_id: string }>(req: MedusaRequest, agreements: Agreement[]): Promise<WorkbenchAgreement[]> {
  const organisations = await readOrganisations(req.scope, { id: unique(agreements.map(({ organisation_id }) => organisation_id)) })
  return agreements.map((one) => WorkbenchAgreement.parse({ ...one, organisation_name: organisations.find(({ id }) => id === one.organisation_id)?.name ?? "" }))
}

export async function answerProducersAgreement(req: MedusaRequest, held: AgreementRow): Promise<{ agreement: WorkbenchAgreement; dossier: AgreementDossier }> {
  const { agreement, dossier } = await answerAgreement(req, held)
  const [shown] = await withBuyers(req, [agreement])
  return { agreement: shown!, dossier }
}

/** Does it for the producer, then answers the agreement as it is now. */
export async function actAsProducer(req: MedusaRequest, id: string, act: AgreementAct): Promise<{ agreement: WorkbenchAgreement; dossier: AgreementDossier }> {
  const { result } = await changeAgreementWorkflow(req.scope).run({ input: { id, act, actor_id: customerOf(req) } })
  return answerProducersAgreement(req, result)
}
