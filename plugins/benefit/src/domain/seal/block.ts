import { createHash, type KeyObject, sign, verify } from "node:crypto"
import { leafHash, merkleRoot } from "./merkle"

/** What a block says of its journals and of the block before it. Hashes are hex, `sealed_at` is ISO 8601. */
export interface BlockHeader {
  /** From 1. */
  height: number
  journals: number
  /** Merkle root over the journals' leaves, in the order of their positions. */
  root: string
  /** Hash of the block before; null for the first. */
  previous: string | null
  sealed_at: string
  key_id: string
}

export interface Block extends BlockHeader {
  hash: string
  /** Ed25519, base64, over the header's text. */
  signature: string
}

/** A journal as it is sealed: its hash covers all that it says. */
export interface SealedJournal {
  id: string
  input_hash: string
  /** ISO 8601 with microseconds, UTC. */
  recorded_at: string
}

/** The text of a leaf. */
export const leafText = ({ id, input_hash, recorded_at }: SealedJournal): string => JSON.stringify(["fupin-journal", 1, id, input_hash, recorded_at])

/** The text that is hashed and signed. */
export const headerText = ({ height, journals, root, previous, sealed_at, key_id }: BlockHeader): string =>
  JSON.stringify(["fupin-block", 1, height, journals, root, previous, sealed_at, key_id])

export const blockHash = (header: BlockHeader): string => createHash("sha256").update(headerText(header)).digest("hex")

export const isSignedBy = (block: Block, publicKey: KeyObject): boolean => verify(null, Buffer.from(headerText(block)), publicKey, Buffer.from(block.signature, "base64"))

/** The next block over these journals (at least one), and the leaf of each. */
export function planBlock(previous: Pick<Block, "height" | "hash"> | null, journals: readonly SealedJournal[], sealedAt: Date, key: { id: string; private: KeyObject }): { block: Block; leaves: string[] } {
  const leaves = journals.map((journal) => leafHash(leafText(journal)))
  const header: BlockHeader = {
    height: (previous?.height ?? 0) + 1, journals: journals.length, root: merkleRoot(leaves), previous: previous?.hash ?? null, sealed_at: sealedAt.toISOString(), key_id: key.id,
  }
  return { block: { ...header, hash: blockHash(header), signature: sign(null, Buffer.from(headerText(header)), key.private).toString("base64") }, leaves }
}
