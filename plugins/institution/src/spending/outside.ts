import { createHash } from "node:crypto"
import { allowed, refusal } from "@fupin/access"
import { decideScan } from "@fupin/benefit/domain/voucher/scan"
import type { OutsideBatchInput, OutsidePurchase, OutsidePurchaseInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { phoneKeys, proofPlace } from "../keys"
import { spendingOf } from "./gate"
import { readPastedList } from "./outside-list"

type Entry = Omit<OutsidePurchaseInput, "proof" | "proof_name">

/** Enters a purchase made elsewhere with its proof, sealed and known by its hash; staff decide whether it counts. Errors: scan_wrong_type, scan_too_big, proof_known. */
export async function enterOutsidePurchase(container: MedusaContainer, { proof, proof_name, ...entry }: OutsidePurchaseInput, actor_id: string): Promise<OutsidePurchase> {
  const [entered] = await enter(container, [entry], { proof, proof_name }, actor_id)
  return entered!
}

/** Enters every row of a list on one proof, all of them or none. Errors: list_faulty, and those above. */
export async function enterOutsideList(container: MedusaContainer, { organisation_id, text, ...proof }: OutsideBatchInput, actor_id: string): Promise<OutsidePurchase[]> {
  const { rows, faults } = await readPastedList(container, text, new Date())
  const entries = rows.flatMap(({ entry }) => (entry ? [{ organisation_id, ...entry }] : []))
  if (faults > 0 || entries.length === 0) throw refusal("invalid_data", "list_faulty")
  return await enter(container, entries, proof, actor_id)
}

async function enter(container: MedusaContainer, entries: Entry[], { proof, proof_name }: Pick<OutsidePurchaseInput, "proof" | "proof_name">, actor_id: string): Promise<OutsidePurchase[]> {
  const bytes = Buffer.from(proof, "base64")
  const mime = allowed(decideScan(bytes))
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const ids = entries.map(() => generateEntityId(undefined, "opur"))
  const sealed = phoneKeys().seal(proofPlace(ids[0]!), bytes.toString("base64"))
  const rows = entries.map((entry, index) => ({ ...entry, id: ids[index]!, proof: { name: proof_name, mime, sha256, sealed } }))
  await spendingOf(container).enterOutside(rows, { actor_id, at: new Date() })
  return await spendingOf(container).readOutside({ ids })
}

/** The proof as it was handed in; null when there is no such purchase. */
export async function openProof(container: MedusaContainer, id: string): Promise<{ name: string; mime: string; bytes: Buffer } | null> {
  const proof = await spendingOf(container).readProof(id)
  return proof && { name: proof.name, mime: proof.mime, bytes: Buffer.from(phoneKeys().open(proofPlace(proof.kept_by), proof.sealed), "base64") }
}
