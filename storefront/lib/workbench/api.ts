import "server-only"
import { AgreementDossier, Invoice, MyProducer, Notices, Statement, StatementSummary, WorkbenchAgreement, WorkbenchCampaign, WorkbenchDemand, WorkbenchLots, WorkbenchPacking, WorkbenchToday } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"

const BASE = "/store/workbench"
const path = (...parts: string[]) => [BASE, ...parts.map(encodeURIComponent)].join("/")
const OneAgreement = z.object({ agreement: WorkbenchAgreement, dossier: AgreementDossier })

export async function getProducers(token: string): Promise<MyProducer[]> {
  return (await request(path("producers"), z.object({ producers: z.array(MyProducer) }), { token })).producers
}

export async function getWorkbenchToday(token: string, producer_id: string): Promise<WorkbenchToday> {
  return request(path("today"), WorkbenchToday, { token, query: { producer_id } })
}

/** The producer's own list of a date, with where it goes. */
export async function getPacking(token: string, producer_id: string, date: string): Promise<WorkbenchPacking> {
  return request(path("packing"), WorkbenchPacking, { token, query: { producer_id, date } })
}

export async function getLots(token: string, producer_id: string): Promise<WorkbenchLots> {
  return request(path("lots"), WorkbenchLots, { token, query: { producer_id } })
}

/** What it packs for gift packs that are not there yet. */
export async function getCampaignGoods(token: string, producer_id: string): Promise<WorkbenchCampaign[]> {
  return (await request(path("campaign-goods"), z.object({ campaigns: z.array(WorkbenchCampaign) }), { token, query: { producer_id } })).campaigns
}

export async function getOpenDemands(token: string, producer_id: string): Promise<WorkbenchDemand[]> {
  return (await request(path("demands"), z.object({ demands: z.array(WorkbenchDemand) }), { token, query: { producer_id } })).demands
}

export async function getOpenDemand(token: string, producer_id: string, id: string): Promise<WorkbenchDemand | null> {
  return (await requestOrNull(path("demands", id), z.object({ demand: WorkbenchDemand }), { token, query: { producer_id } }))?.demand ?? null
}

export async function getProducerAgreements(token: string, producer_id: string): Promise<WorkbenchAgreement[]> {
  return (await request(path("agreements"), z.object({ agreements: z.array(WorkbenchAgreement) }), { token, query: { producer_id } })).agreements
}

export async function getProducerAgreement(token: string, id: string): Promise<z.infer<typeof OneAgreement> | null> {
  return requestOrNull(path("agreements", id), OneAgreement, { token })
}

export async function getProducerStatements(token: string, producer_id: string): Promise<StatementSummary[]> {
  return (await request(path("statements"), z.object({ statements: z.array(StatementSummary) }), { token, query: { producer_id } })).statements
}

export async function getProducerStatement(token: string, id: string): Promise<Statement | null> {
  return (await requestOrNull(path("statements", id), z.object({ statement: Statement }), { token }))?.statement ?? null
}

export async function getProducerInvoices(token: string, producer_id: string): Promise<Invoice[]> {
  return (await request(path("invoices"), z.object({ invoices: z.array(Invoice) }), { token, query: { producer_id } })).invoices
}

/** What the signed-in person was told as one of the producer's, the newest first; `limit` 0 counts alone. */
export async function getProducerNotices(token: string, producer_id: string, page: { offset?: number; limit: number }): Promise<Notices> {
  return request(path("notices"), Notices, { token, query: { producer_id, ...page } })
}

/** Every act of a producer: a POST whose answer the page asks for anew. */
export async function actAtWorkbench(token: string, parts: string[], body: unknown, forwardedFor?: string): Promise<void> {
  await request(path(...parts), z.unknown(), { method: "POST", token, body, ...(forwardedFor ? { forwardedFor } : {}) })
}
