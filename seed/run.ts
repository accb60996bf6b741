import type { ExecArgs } from "@medusajs/framework/types"
import { seedDemonstration } from "./demonstration"
import { writeDemo } from "./lib/demo-file"

/** `medusa exec ../seed/run.ts` in backend/: the whole demonstration. Running it again, or after it was interrupted, adds what is missing. */
export default async function run({ container }: ExecArgs): Promise<void> {
  const password = process.env.DEMO_PASSWORD ?? "demo-password"
  const seeded = await seedDemonstration(container, { now: new Date(), password })
  if (process.env.DEMO_FILE) writeDemo(process.env.DEMO_FILE, seeded.store.publishable_key, password)
}
