/** `npm run verify-proof FILE [PUBLIC_KEY]`: checks a proof of benefit by itself, without the shop and its database. */
import fs from "node:fs"
import { verifyProof } from "../plugins/benefit/src/domain/seal/verify-proof"
import { formatFen } from "../plugins/contract/src/money"
import { BenefitProof } from "../plugins/contract/src/schemas/seal"

function check(file: string, publicKey: string | undefined): string[] {
  const proof = BenefitProof.parse(JSON.parse(fs.readFileSync(file, "utf8")))
  const decision = verifyProof(proof, publicKey ?? proof.public_key)
  if (!decision.ok) throw new Error(decision.message)
  const { order_id, provisional_fen, payable_fen, settled_fen, blocks } = decision.value
  return [
    `证明成立：订单 ${order_id}`,
    `预提 ¥${formatFen(provisional_fen)}　应付 ¥${formatFen(payable_fen)}　已兑付 ¥${formatFen(settled_fen)}`,
    ...blocks.map(({ height, hash, sealed_at }) => `第 ${height} 区块　${sealed_at}　${hash}`),
    publicKey ? `签名公钥 ${publicKey}` : `签名公钥取自文件（${proof.public_key}），请与公示页核对`,
  ]
}

const [file, publicKey] = process.argv.slice(2)
try {
  if (!file) throw new Error("用法：npm run verify-proof 文件 [公钥]")
  process.stdout.write(`${check(file, publicKey).join("\n")}\n`)
} catch (error) {
  process.stderr.write(`证明不成立：${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
