import fs from "node:fs"
import type { PeopleSeed } from "../importers/people"
import { readData } from "./data"

/** What a person needs to try the shop, for the start script. */
export function writeDemo(file: string, publishable_key: string, password: string): void {
  const { accounts, staff } = readData<PeopleSeed>("people.json")
  const [admin, ...others] = staff
  const signIns = [...accounts.filter(({ role }) => role !== null), ...others].map(({ role, email }) => ({ role, email, password }))
  fs.writeFileSync(file, `${JSON.stringify({ publishable_key, admin: { email: admin!.email, password }, accounts: signIns }, null, 2)}\n`, { mode: 0o600 })
}
