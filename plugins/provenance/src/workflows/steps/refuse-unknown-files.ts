import { refusal } from "@fupin/access"
import type { IFileModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

const TEN_MEGABYTES = 10 * 1024 * 1024

/** Every file was uploaded and is of a kind that papers come in. Errors: unsupported_file, unknown_file. */
export const refuseUnknownFilesStep = createStep("refuse-unknown-files", async (input: { file_ids: string[] }, { container }) => {
  const files = container.resolve(Modules.FILE)
  for (const id of input.file_ids) {
    if (!/\.(pdf|jpe?g|png|webp)$/i.test(id)) throw refusal("invalid_data", "unsupported_file")
    if ((await sizeOf(files, id)) > TEN_MEGABYTES) throw refusal("invalid_data", "unsupported_file")
  }
  return new StepResponse(input.file_ids)
})

async function sizeOf(files: IFileModuleService, id: string): Promise<number> {
  try {
    return (await files.getAsBuffer(id)).length
  } catch {
    throw refusal("invalid_data", "unknown_file")
  }
}
