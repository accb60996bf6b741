import { refusal } from "@fupin/access"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

/** What core's own file server does not find: a private file. Its door stands in `../../middlewares.ts`. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const key = req.params.key!
  if (!/^private-[^/\\]+$/.test(key)) throw refusal("not_found", "not_found")
  const content = await readFile(req, key)
  res.setHeader("cache-control", "no-store")
  res.attachment(key.replace(/^private-\d+-/, "")).send(content)
}

async function readFile({ scope }: MedusaRequest, key: string): Promise<Buffer> {
  try {
    return await scope.resolve(Modules.FILE).getAsBuffer(key)
  } catch {
    throw refusal("not_found", "unknown_file")
  }
}
