import fc from "fast-check"
import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { auditPath, leafHash, merkleRoot, rootOfPath } from "./merkle"

/** The recursive definition of RFC 6962, 2.1, word for word. */
function treeHash(leaves: string[]): string {
  if (leaves.length === 1) return leaves[0]!
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  const [left, right] = [treeHash(leaves.slice(0, half)), treeHash(leaves.slice(half))]
  return createHash("sha256").update(Buffer.concat([Buffer.of(1), Buffer.from(left, "hex"), Buffer.from(right, "hex")])).digest("hex")
}

const anyLeaves = fc.array(fc.string(), { minLength: 1, maxLength: 70 }).map((texts) => texts.map(leafHash))

describe("a Merkle tree", () => {
  it("hashes an empty leaf as the RFC does", () => expect(leafHash("")).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"))

  it("has the root of the RFC's recursive definition", () => fc.assert(fc.property(anyLeaves, (leaves) => {
    expect(merkleRoot(leaves)).toBe(treeHash(leaves))
  })))

  it("leads from every leaf to the root, and nowhere from another leaf, place, size or path", () => fc.assert(fc.property(anyLeaves, fc.nat(69), (leaves, at) => {
    const position = at % leaves.length
    const [root, path] = [merkleRoot(leaves), auditPath(leaves, position)]
    expect(rootOfPath(leaves[position]!, position, leaves.length, path)).toBe(root)
    expect(rootOfPath(leafHash("another"), position, leaves.length, path)).not.toBe(root)
    expect(rootOfPath(leaves[position]!, leaves.length, leaves.length, path)).toBeNull()
    expect(rootOfPath(leaves[position]!, position, leaves.length, [...path, root])).not.toBe(root)
    if (path.length > 0) expect(rootOfPath(leaves[position]!, position, leaves.length, path.slice(1))).not.toBe(root)
    if (leaves.length > 1 && leaves[position] !== leaves[position ^ 1]) expect(rootOfPath(leaves[position]!, position ^ 1, leaves.length, path)).not.toBe(root)
  })))
})
