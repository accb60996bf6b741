import type { CertificateInput, DesignationInput, DesignationStatus, Division, LotInput, Producer, ProductDossier, ProductProfileInput } from "@fupin/contract/schemas"
import Medusa from "@medusajs/js-sdk"

/** The admin is served by the backend it speaks to. */
const sdk = new Medusa({ baseUrl: "/", auth: { type: "session" } })
const base = "/admin/provenance"

const post = (path: string, body: object) => sdk.client.fetch<object>(`${base}/${path}`, { method: "POST", body })

export const getDossier = async (productId: string) => (await sdk.client.fetch<{ dossier: ProductDossier }>(`${base}/products/${productId}`)).dossier
export const getDivisions = async (parent?: string) => (await sdk.client.fetch<{ divisions: Division[] }>(`${base}/divisions`, { query: parent ? { parent } : {} })).divisions
export const getProducers = async (q: string) => (await sdk.client.fetch<{ producers: Producer[] }>(`${base}/producers`, { query: q ? { q } : {} })).producers

export const saveProfile = (productId: string, profile: Omit<ProductProfileInput, "product_id">) => post(`products/${productId}/profile`, profile)
export const saveDesignation = (productId: string, designation: Omit<DesignationInput, "product_id">) => post(`products/${productId}/designations`, designation)
export const setDesignationStatus = (id: string, status: DesignationStatus) => post(`designations/${id}`, { status })

export const saveLot = (productId: string, lot: LotInput) => post(`products/${productId}/lots`, lot)
export const withdrawLot = (id: string, reason: string) => post(`lots/${id}/withdraw`, { reason })

/** Uploads the scan first, if there is one, then saves the certificate that names it. */
export async function saveCertificate(certificate: Omit<CertificateInput, "file_id">, file: File | null): Promise<object> {
  const uploaded = file === null ? null : await sdk.admin.upload.create({ files: [file] })
  return post("certificates", { ...certificate, file_id: uploaded?.files[0]?.id ?? null })
}
