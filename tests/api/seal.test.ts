import { execFileSync } from "node:child_process"
import { generateKeyPairSync, sign } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { headerText } from "@fupin/benefit/domain/seal/block"
import { verifyProof } from "@fupin/benefit/domain/seal/verify-proof"
import { LEDGER_MODULE, type LedgerModuleService } from "@fupin/benefit/modules/ledger"
import { BenefitProof, LedgerSeal, LedgerVerified } from "@fupin/contract/schemas"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { capture, type LinkedShop, openLinkedShop, place, post, sql } from "../support/linked-shop"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const ROOT = path.resolve(__dirname, "../..")

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let office: object
  let orders: string[]
  const rows = (text: string, values: unknown[] = []) => sql(getContainer(), text, values)
  const seal = (limit?: number) => getContainer().resolve<LedgerModuleService>(LEDGER_MODULE).seal(new Date(), limit)
  const verify = async () => LedgerVerified.parse((await api.post("/admin/benefit/verify", {}, { headers: office })).data)
  const ask = (url: string) => api.get(url, { ...shopHeaders(shop.store), validateStatus: null })

  async function sell(name: string): Promise<string> {
    const { order_id, payment_id } = await place(getContainer(), shop, name, [[shop.potato, 2], [shop.walnut, 1]])
    await capture(getContainer(), payment_id)
    await post(getContainer(), [order_id])
    return order_id
  }
  /** As the database's superuser, past every trigger. */
  async function tamper(change: string, values: unknown[] = []): Promise<string[]> {
    const tables = ["ledger_entry", "ledger_journal", "ledger_block", "ledger_leaf"]
    for (const table of tables) await rows(`alter table ${table} disable trigger user`)
    await rows(change, values)
    for (const table of tables) await rows(`alter table ${table} enable trigger user`)
    return (await verify()).problems.map(({ code, id }) => `${code} ${id}`)
  }
  const without = (problem: string) => problem.split(" ")[0]
  const journals = () => rows("select journal_id, height::integer, position from ledger_leaf order by height, position") as Promise<{ journal_id: string; height: number; position: number }[]>

  beforeAll(async () => {
    shop = await openLinkedShop(getContainer())
    office = (await signInStaff(getContainer(), "office")).headers
    orders = []
    for (const name of ["one", "two", "three", "four", "five"]) orders.push(await sell(name))
    await seal(2)
  })

  /** No worker runs in this process: the test alone seals. */
  it("seals every journal once, in blocks that hang together", async () => {
    await Promise.all([seal(), seal(), seal()])
    expect(await verify()).toMatchObject({ ok: true, journals: 5, problems: [] })
    expect((await verify()).blocks).toBeGreaterThanOrEqual(3)
    expect(await rows("select * from ledger_seal_queue")).toEqual([])
    const { data } = await ask("/store/benefit/seal")
    expect(LedgerSeal.parse(data)!.block.height).toBe((await verify()).blocks)
  })

  it("hands out a proof that holds without the database, says nobody's name, and breaks when a fen of it is changed", async () => {
    const { data } = await ask(`/store/orders/${orders[0]}/benefit/proof`)
    const proof = BenefitProof.parse(data)
    expect(verifyProof(proof, proof.public_key)).toMatchObject({ ok: true, value: { order_id: orders[0], provisional_fen: 828, payable_fen: 0 } })
    expect(shop.household_ids.filter((id) => JSON.stringify(data).includes(id))).toEqual([])
    const other = BenefitProof.parse((await ask(`/store/orders/${orders[1]}/benefit/proof`)).data)
    expect(other.journals[0]!.people, "two receipts of the same households do not tell it").not.toBe(proof.journals[0]!.people)

    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "proof-"))
    const run = (content: object) => {
      fs.writeFileSync(path.join(folder, "proof.json"), JSON.stringify(content))
      return execFileSync("npm", ["run", "--silent", "verify-proof", path.join(folder, "proof.json")], { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
    }
    expect(run(proof)).toMatch(/证明成立[\s\S]*预提 ¥8\.28/)
    const richer = { ...proof, journals: proof.journals.map((journal) => ({ ...journal, text: journal.text.replace(/\|(\d+)$/m, "|9$1") })) }
    expect(() => run(richer)).toThrow("凭证不在所说的区块中")
    const [block] = proof.blocks
    const later = { ...proof, blocks: [{ ...block!, sealed_at: "2020-01-01T00:00:00.000Z" }] }
    expect(verifyProof(later, proof.public_key)).toMatchObject({ ok: false, code: "altered_block" })
    expect(verifyProof(proof, "ab".repeat(32)).ok).toBe(false)
    expect(verifyProof({ ...proof, order_id: orders[1]! }, proof.public_key)).toMatchObject({ ok: false, code: "proof_of_another_order" })
    fs.rmSync(folder, { recursive: true })

    const fresh = await sell("six")
    expect(await ask(`/store/orders/${fresh}/benefit/proof`)).toMatchObject({ status: 404, data: { code: "not_sealed_yet" } })
  })

  it("seals a slow transaction that commits late with an earlier time", async () => {
    await seal()
    const connection = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const slow = await connection.transaction()
    const ledger = getContainer().resolve<LedgerModuleService>(LEDGER_MODULE)
    await slow.raw("insert into ledger_journal (id, idempotency_key, input_hash, kind, order_id, source_ids, rule_version, event_at) values ('ljr_0', 'slow', '', 'sale', 'o', '{}', 1, now())")
    await sell("fast")
    expect(await ledger.seal(new Date())).toBe(1)
    await slow.commit()
    expect(await ledger.seal(new Date())).toBe(1)
    expect((await verify()).problems.filter(({ id }) => id === "ljr_0").map(({ code }) => code)).toEqual(["journal_without_entries"])
  })

  it("finds and names what a superuser changed, deleted, put in, moved or signed anew", async () => {
    await seal()
    const [first, second] = await journals()
    const [id, other] = [first!.journal_id, second!.journal_id]
    expect(await tamper("update ledger_entry set amount_fen = amount_fen * 10 where journal_id = ?", [id])).toContain(`altered_journal ${id}`)
    expect(await tamper("update ledger_entry set amount_fen = amount_fen / 10 where journal_id = ?", [id])).toEqual([])

    expect(await tamper("update ledger_journal set recorded_at = recorded_at + interval '1 microsecond' where id = ?", [id])).toEqual([`altered_journal ${id}`])
    expect(await tamper("update ledger_journal set recorded_at = recorded_at - interval '1 microsecond' where id = ?", [id])).toEqual([])

    for (const expected of [[`altered_journal ${id}`], []]) expect(await tamper("update ledger_entry set position = -1 - position where journal_id = ?", [id])).toEqual(expected)

    expect(await tamper("insert into ledger_entry (journal_id, position, account, beneficiary_id, producer_id, linkage_version_id, order_id, line_item_id, amount_fen) values ('ghost', 0, 'payable', 'friend', 'p', 'v', 'o', 'l', 100)")).toEqual(["entry_without_journal ghost:0"])
    expect(await tamper("delete from ledger_entry where journal_id = 'ghost'")).toEqual([])

    expect(await tamper("update ledger_leaf set position = position + 1000 where journal_id = ?", [id])).toEqual(["altered_block 1"])
    expect(await tamper("update ledger_leaf set position = position - 1000 where journal_id = ?", [id])).toEqual([])

    const [block] = await rows("select height::integer, journals, root, previous, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') as sealed_at, key_id, signature from ledger_block where height = 1")
    const stranger = generateKeyPairSync("ed25519").privateKey
    const forged = sign(null, Buffer.from(headerText(block as never)), stranger).toString("base64")
    expect(await tamper("update ledger_block set signature = ? where height = 1", [forged])).toEqual(["altered_block 1"])
    expect(await tamper("update ledger_block set signature = ? where height = 1", [block!.signature])).toEqual([])
    expect(await tamper("update ledger_block set root = ? where height = 1", ["0".repeat(64)])).toEqual(["altered_block 1"])
    expect(await tamper("update ledger_block set root = ? where height = 1", [block!.root])).toEqual([])

    expect((await tamper("update ledger_entry set beneficiary_id = 'friend' where journal_id = ? and position = 0", [other])).map(without).sort()).toEqual(["altered_journal", "wrong_amount", "wrong_total", "wrong_total"])
    expect(await tamper("delete from ledger_journal where id = ?", [other])).toEqual(expect.arrayContaining([`missing_journal ${other}`]))
    const last = (await verify()).blocks
    const gone = await tamper("with b as (delete from ledger_block where height = ?) delete from ledger_leaf where height = ?", [last, last])
    expect(gone).toEqual(expect.arrayContaining([expect.stringMatching(/^unsealed_journal/)]))
    expect((await tamper("delete from ledger_entry")).map(without)).toContain("journal_without_entries")
    expect((await tamper("drop trigger ledger_note_capture on capture")).map(without)).toContain("missing_trigger")
    expect(await ask("/ready")).toMatchObject({ status: 503, data: { ready: false } })
  })
}, { env: { MEDUSA_WORKER_MODE: "server" } })
