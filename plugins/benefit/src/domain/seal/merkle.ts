import { createHash } from "node:crypto"

/** Merkle trees as RFC 6962 has them: leaves are hashed behind 0x00, nodes behind 0x01, a node without a sister moves up. Hashes are hex. */
const hash = (prefix: number, ...parts: Buffer[]) => createHash("sha256").update(Buffer.concat([Buffer.of(prefix), ...parts])).digest("hex")

export const leafHash = (text: string): string => hash(0, Buffer.from(text, "utf8"))
const nodeHash = (left: string, right: string): string => hash(1, Buffer.from(left, "hex"), Buffer.from(right, "hex"))

/** The root over at least one leaf. */
export function merkleRoot(leaves: readonly string[]): string {
  return levelsOf(leaves).at(-1)![0]!
}

/** The sisters on the way from a leaf to the root, lowest first. */
export function auditPath(leaves: readonly string[], position: number): string[] {
  return levelsOf(leaves).flatMap((level, height) => level[(position >> height) ^ 1] ?? [])
}

/** The root that a leaf at `position` of `size` leads to; null when the path cannot be one of such a tree (RFC 9162, 2.1.3.2). */
export function rootOfPath(leaf: string, position: number, size: number, path: readonly string[]): string | null {
  if (position < 0 || position >= size) return null
  let [node, last, root] = [position, size - 1, leaf]
  for (const sister of path) {
    if (last === 0) return null
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sister, root)
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1]
    } else root = nodeHash(root, sister);
    [node, last] = [node >> 1, last >> 1]
  }
  return last === 0 ? root : null
}

/** From the leaves up to the root, each level half of the one below. */
function levelsOf(leaves: readonly string[]): string[][] {
  const levels = [[...leaves]]
  for (let level = levels[0]!; level.length > 1; level = levels.at(-1)!) {
    levels.push(Array.from({ length: Math.ceil(level.length / 2) }, (_none, index) => {
      const [left, right] = [level[index * 2]!, level[index * 2 + 1]]
      return right === undefined ? left : nodeHash(left, right)
    }))
  }
  return levels
}
