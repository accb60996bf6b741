import { createHash } from "node:crypto"
import { allowed } from "@fupin/access"
import { decideScan } from "@fupin/benefit/domain/voucher/scan"
import type { OutsidePurchase, OutsidePurchaseInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { phoneKeys, proofPlace } from "../keys"
import { spendingOf } from "./gate"

/** Enters a purchase made elsewhere with its proof, sealed and known by its hash; staff decide whether it counts. Errors: scan_wrong_type, scan_too_big, proof_known. */
export async function enterOutsidePurchase(container: MedusaContainer, { proof, proof_name, ...entry }: OutsidePurchaseInput, actor_id: string): Promise<OutsidePurchase> {
  const bytes = Buffer.from(proof, "base64")
  const mime = allowed(decideScan(bytes))
  const id = generateEntityId(undefined, "opur")
  const sealed = phoneKeys().seal(proofPlace(id), bytes.toString("base64"))
  await spendingOf(container).enterOutside({ ...entry, id, proof: { name: proof_name, mime, sha256: createHash("sha256").update(bytes).digest("hex"), sealed } }, { actor_id, at: new Date() })
  const [entered] = await spendingOf(container).readOutside({ ids: [id] })
  return entered!
}

/** The proof as it was handed in; null when there is no such purchase. */
export async function openProof(container: MedusaContainer, id: string): Promise<{ name: string; mime: string; bytes: Buffer } | null> {
  const proof = await spendingOf(container).readProof(id)
  return proof && { name: proof.name, mime: proof.mime, bytes: Buffer.from(phoneKeys().open(proofPlace(id), proof.sealed), "base64") }
}
