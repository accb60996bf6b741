import type { PaperTemplate } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export type { PaperTemplate }

const COLUMNS = ["region_code", "unit_name", "office_name", "phone", "roster_title", "evidence_title"] as const

/** Of 500238104: 500238104, 500238, 500200 (its city), 500000. */
function codesAbove(region: string): string[] {
  return [...new Set([region, region.slice(0, 9), region.slice(0, 6), `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`])]
}

export async function readTemplates(connection: Knex, region: string): Promise<PaperTemplate[]> {
  const codes = codesAbove(region)
  const { rows }: { rows: PaperTemplate[] } = await connection.raw(`select ${COLUMNS.join(", ")} from paper_template where region_code = any(?)`, [codes])
  return rows.sort((a, b) => codes.indexOf(a.region_code) - codes.indexOf(b.region_code))
}

export async function saveTemplate(connection: Knex, template: PaperTemplate, by: string, now: Date): Promise<void> {
  await connection.raw(
    `insert into paper_template (${COLUMNS.join(", ")}, updated_by, updated_at) values (${COLUMNS.map(() => "?").join(", ")}, ?, ?)
     on conflict (region_code) do update set ${COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`).join(", ")}, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    [...COLUMNS.map((column) => template[column]), by, now])
}
