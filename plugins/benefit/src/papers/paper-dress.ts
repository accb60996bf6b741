import type { PaperTemplate } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { villageOf } from "../domain/place"
import { PAPER_MODULE, type PaperModuleService } from "../modules/paper"
import type { DocumentRow } from "../modules/paper/documents"
import { readPlaces } from "../queries/read-places"
import type { Dress } from "./dress"
import type { DocumentMark } from "./sheet"

/** The heading of a region's papers: its own template, else that of the narrowest division around it, else the bare form. */
export async function readTemplate(container: MedusaContainer, region: string): Promise<PaperTemplate> {
  const module: PaperModuleService = container.resolve(PAPER_MODULE)
  const place = villageOf((await readPlaces(container, [region])).get(region)!)
  const [template] = await module.readTemplates(region)
  // A wider division's template says how papers look and where they go, not which unit reports.
  if (template) return { ...template, region_code: region, unit_name: template.region_code === region ? template.unit_name : place }
  return { region_code: region, unit_name: place, office_name: "", phone: "", roster_title: "带贫人员名册", evidence_title: "消费扶贫证明材料" }
}

/** How a paper of these regions presents itself; of several regions or of all it bears no unit's name. */
export async function readDress(container: MedusaContainer, regions: string[], kind: "roster" | "evidence"): Promise<Dress> {
  const [region, more] = regions
  if (region === undefined || region === "*" || more !== undefined) return {}
  const template = await readTemplate(container, region)
  return { title: kind === "roster" ? template.roster_title : template.evidence_title, unit: template.unit_name, office: template.office_name, phone: template.phone }
}

/** Number, hash and the public page of an issued document. */
export function markOf(container: MedusaContainer, { number, version, sha256, issued_at, status }: DocumentRow): DocumentMark {
  const [storefront] = String(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http.storeCors ?? "").split(",")
  return { number, version, sha256, issued_at, is_void: status === "void", url: `${storefront}/verify/${number}` }
}
