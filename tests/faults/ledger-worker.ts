/**
 * A ledger worker, which posts and then seals, in a process of its own, which dies (SIGKILL) just before its n-th statement to the database; n = 0: never.
 * Arguments: database URL, n, and a JSON file with what is otherwise read from other modules.
 */
import fs from "node:fs"
import ledgerModule, { type LedgerModuleService } from "@fupin/benefit/modules/ledger"
import { ContainerRegistrationKeys, ModulesSdkUtils } from "@medusajs/framework/utils"

const [clientUrl, fatal, file] = process.argv.slice(2)
const dates = /^(valid_from|valid_to|from|to)$/
const { producers, linkages } = JSON.parse(fs.readFileSync(file!, "utf8"), (key, value) => (dates.test(key) && value !== null ? new Date(value) : value))

let statements = 0
function dieOnTime(): void {
  statements += 1
  if (statements === Number(fatal)) process.kill(process.pid, "SIGKILL")
}

/** The same connection, counting statements; the commit is one too. */
function mortal(connection: any): any {
  return new Proxy(connection, {
    get(target, name) {
      if (name === "raw") return (...values: unknown[]) => (dieOnTime(), target.raw(...values))
      if (name === "transaction") {
        return (work: (transaction: unknown) => Promise<unknown>, ...more: unknown[]) =>
          target.transaction(async (transaction: unknown) => {
            const result = await work(mortal(transaction))
            dieOnTime()
            return result
          }, ...more)
      }
      return target[name]
    },
  })
}

async function main(): Promise<void> {
  const connection = ModulesSdkUtils.createPgConnection({ clientUrl, driverOptions: { connection: { ssl: false } } })
  const ledger: LedgerModuleService = new (ledgerModule as any).service({ [ContainerRegistrationKeys.PG_CONNECTION]: mortal(connection) }, { signing_key: process.env.LEDGER_SIGNING_KEY })
  const resolve = async (orders: any[]) => ({
    orders: orders.map((order) => ({ ...order, lines: order.lines.map((line: any) => ({ ...line, producer_id: producers[line.product_id] ?? null })) })), linkages,
  })
  while ((await ledger.postNext(resolve, new Date(), 3)).claimed > 0);
  await ledger.seal(new Date(), 2)
  await connection.destroy()
}

main().catch((error) => {
  process.stderr.write(String(error?.stack ?? error))
  process.exit(1)
})
