import type { BenefitProof } from "@fupin/contract/schemas"
import { type Decision, no, yes } from "@fupin/contract/codes"
import { hashOfParts } from "../journal"
import { blockHash, isSignedBy, leafText } from "./block"
import { publicKeyOf } from "./keys"
import { leafHash, rootOfPath } from "./merkle"

export interface Proven {
  order_id: string
  /** Fen at each stage. */
  provisional_fen: number
  payable_fen: number
  settled_fen: number
  /** Hash of each block, to be held against the published ones. */
  blocks: { height: number; hash: string; root: string; sealed_at: string }[]
}

export type ProofFault = "proof_of_another_order" | "altered_block" | "bad_signature" | "not_in_block"

/** Whether every journal of a proof stands in a signed block, and what they add up to. Needs nothing but the proof and a public key (32 bytes in hex). */
export function verifyProof({ order_id, journals, blocks }: BenefitProof, publicKey: string): Decision<Proven, ProofFault> {
  const key = publicKeyOf(publicKey)
  for (const block of blocks) {
    if (blockHash(block) !== block.hash) return no("altered_block")
    if (!isSignedBy(block, key)) return no("bad_signature")
  }
  const sums = { provisional: 0, payable: 0, settled: 0 }
  for (const { id, text, people, recorded_at, height, position, path } of journals) {
    const [head, , ...lines] = text.split("\n")
    if (head!.split("|")[3] !== order_id) return no("proof_of_another_order")
    const block = blocks.find((one) => one.height === height)
    const leaf = leafHash(leafText({ id, input_hash: hashOfParts(text, people), recorded_at }))
    if (!block || rootOfPath(leaf, position, block.journals, path) !== block.root) return no("not_in_block")
    for (const [account, , , , fen] of lines.map((line) => line.split("|"))) if (account! in sums) sums[account as keyof typeof sums] += Number(fen)
  }
  return yes({ order_id, provisional_fen: sums.provisional, payable_fen: sums.payable, settled_fen: sums.settled, blocks: blocks.map(({ height, hash, root, sealed_at }) => ({ height, hash, root, sealed_at })) })
}
