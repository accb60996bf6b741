import { importRegionsWorkflow } from "@fupin/provenance/workflows"
import type { ExecArgs } from "@medusajs/framework/types"

/** Nearly every test needs the divisions and none changes them: loaded once, they cost a test half a second, not three. */
export default async function importDivisions({ container }: ExecArgs): Promise<void> {
  await importRegionsWorkflow(container).run()
}
