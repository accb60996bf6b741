import { z } from "zod"

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** One block of sealed journals: an RFC 6962 Merkle root, the hash of the block before, an Ed25519 signature over all of it. */
export const SealedBlock = z.object({
  height: z.number().int().positive(),
  journals: z.number().int().positive(),
  root: Hash,
  previous: Hash.nullable(),
  sealed_at: z.string(),
  key_id: z.string(),
  hash: Hash,
  signature: z.string(),
})
export type SealedBlock = z.infer<typeof SealedBlock>

/** `GET /store/benefit/seal`: the newest block, and the public key (32 bytes in hex) that checks its signature. Null before the first. */
export const LedgerSeal = z.object({ block: SealedBlock, public_key: Hash }).nullable()
export type LedgerSeal = z.infer<typeof LedgerSeal>

/**
 * `GET /store/orders/:id/benefit/proof`: what proves without the database that an order's benefit stands in the sealed ledger.
 * `text` says how much, at which stage and by which rule; `people` is the hash of who, which the proof does not tell.
 */
export const BenefitProof = z.object({
  version: z.literal(1),
  order_id: z.string(),
  public_key: Hash,
  blocks: z.array(SealedBlock).min(1),
  journals: z.array(z.object({
    id: z.string(), text: z.string(), people: Hash, recorded_at: z.string(), height: z.number().int().positive(), position: z.number().int().min(0), path: z.array(Hash).max(64),
  })).min(1),
})
export type BenefitProof = z.infer<typeof BenefitProof>
