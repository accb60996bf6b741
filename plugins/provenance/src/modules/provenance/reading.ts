import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Span } from "../../domain/moment"
import { type DivisionRow, lineageOf } from "../../domain/region"
import {
  asCertificates, asDesignations, asDivisions, asProfiles, type CertificateRow, type DesignationRow, type ProfileRow,
} from "../../medusa"
import { Certificate } from "./models/certificate"
import { CertifiedProduct } from "./models/certified-product"
import { Designation } from "./models/designation"
import { Division } from "./models/division"
import { DivisionFlag } from "./models/division-flag"
import { Lot } from "./models/lot"
import { Producer } from "./models/producer"
import { ProductProfile } from "./models/product-profile"

export interface FlagRow extends Span {
  region_code: string
  flag: string
}

const inForce = (now: Date) => ({ valid_from: { $lte: now }, $or: [{ valid_to: null }, { valid_to: { $gt: now } }] })

/** What the module reads. */
export class ProvenanceReading extends MedusaService({ Certificate, CertifiedProduct, Designation, Division, DivisionFlag, Lot, Producer, ProductProfile }) {
  /** Inserts or renames divisions, all in one statement (44,000 in about a second); what is as it was is not touched. Answers how many changed. */
  @InjectManager()
  async importDivisions(rows: DivisionRow[], @MedusaContext() context: Context<EntityManager> = {}): Promise<number> {
    const changed = await context.manager!.execute(
      `insert into division (code, name, level, parent_code)
       select code, rows.name, rows.level, rows.parent_code
       from jsonb_to_recordset(?::jsonb) as rows (code text, name text, level text, parent_code text) left join division known using (code)
       where known.name is distinct from rows.name
       on conflict (code) do update set name = excluded.name, updated_at = now()
       returning code`,
      [JSON.stringify(rows)],
    )
    return changed.length
  }

  /** Adds dated flags; the same flag from the same moment moves its end only. */
  @InjectManager()
  async importFlags(rows: FlagRow[], @MedusaContext() context: Context<EntityManager> = {}): Promise<number> {
    const changed = await context.manager!.execute(
      `insert into division_flag (id, region_code, flag, valid_from, valid_to)
       select 'dfla_' || replace(gen_random_uuid()::text, '-', ''), region_code, flag, valid_from, valid_to
       from jsonb_to_recordset(?::jsonb) as rows (region_code text, flag text, valid_from timestamptz, valid_to timestamptz)
       on conflict (region_code, flag, valid_from) where deleted_at is null
       do update set valid_to = excluded.valid_to, updated_at = now() where division_flag.valid_to is distinct from excluded.valid_to
       returning id`,
      [JSON.stringify(rows)],
    )
    return changed.length
  }

  /** Names from the province down to each code: `{ "500238104": ["重庆市", "巫溪县", "古路镇"] }`. One query. Unknown codes are left out. */
  async readRegionPaths(codes: string[]): Promise<Record<string, string[]>> {
    const wanted = [...new Set(codes)]
    const lineage = [...new Set(wanted.flatMap(lineageOf))]
    if (lineage.length === 0) return {}
    const rows = asDivisions(await this.listDivisions({ code: lineage }, { select: ["code", "name"], take: null }))
    const names = new Map(rows.map(({ code, name }) => [code, name]))
    const known = wanted.filter((code) => names.has(code))
    return Object.fromEntries(known.map((code) => [code, lineageOf(code).flatMap((above) => names.get(above) ?? [])]))
  }

  /** Flags in force at `now` on each code or anything above it. One query. */
  async readRegionFlags(codes: string[], now: Date): Promise<Record<string, string[]>> {
    const lineage = [...new Set(codes.flatMap(lineageOf))]
    const rows = await this.listDivisionFlags({ region_code: lineage, ...inForce(now) }, { select: ["region_code", "flag"], take: null })
    const on = (code: string) => rows.filter(({ region_code }) => lineageOf(code).includes(region_code)).map(({ flag }) => flag)
    return Object.fromEntries(codes.map((code) => [code, [...new Set(on(code))].sort()]))
  }

  /** Divisions by part of their name, or by the beginning of their code: the higher first, at most twenty. */
  @InjectManager()
  async findDivisions(q: string, @MedusaContext() context: Context<EntityManager> = {}): Promise<DivisionRow[]> {
    const [column, like] = /^\d+$/.test(q) ? ["code", `${q}%`] : ["name", `%${q.replace(/[\\%_]/g, "\\$&")}%`]
    return asDivisions(await context.manager!.execute(`select code, name, level, parent_code from division where ${column} like ? and deleted_at is null order by length(code), code like '%0000' desc, code like '%00' desc, code limit 20`, [like]))
  }

  /** Of these codes, those that name no division. */
  async readUnknownRegions(codes: string[], context: Context<EntityManager> = {}): Promise<string[]> {
    const wanted = [...new Set(codes)]
    const rows = await this.listDivisions({ code: wanted }, { select: ["code"], take: null }, context)
    const known = new Set(rows.map(({ code }) => code))
    return wanted.filter((code) => !known.has(code))
  }

  /** The profile in force at `now` of each product that has one, with its producer. */
  async readProfiles(productIds: string[], now: Date, context: Context<EntityManager> = {}): Promise<ProfileRow[]> {
    return asProfiles(await this.listProductProfiles({ product_id: productIds, ...inForce(now) }, { relations: ["producer"], take: null }, context))
  }

  /** Every designation these products ever had. Whether one counts is decided by the rule, at the moment it is asked. */
  async readDesignations(productIds: string[]): Promise<DesignationRow[]> {
    return asDesignations(await this.listDesignations({ product_id: productIds }, { take: null, order: { valid_to: "DESC" } }))
  }

  /** Certificates that name the product, and those of its producer that name no product. */
  @InjectManager()
  async readCertificatesOf(productId: string, producerId: string | null, @MedusaContext() context: Context<EntityManager> = {}): Promise<CertificateRow[]> {
    return asCertificates(await context.manager!.execute(
      `select c.id, c.kind, c.number, c.issuer, c.producer_id, c.area_code, c.file_id, c.valid_from, c.valid_to
       from certificate c where c.deleted_at is null and (
         exists (select from certified_product p where p.certificate_id = c.id and p.product_id = ? and p.deleted_at is null)
         or (c.producer_id = ? and not exists (select from certified_product p where p.certificate_id = c.id and p.deleted_at is null)))
       order by c.kind, c.number`,
      [productId, producerId],
    ))
  }

  /** The protected areas of the geographical indications that name each product (R13). */
  @InjectManager()
  async readAreas(productIds: string[], @MedusaContext() context: Context<EntityManager> = {}): Promise<{ product_id: string; area_code: string }[]> {
    if (productIds.length === 0) return []
    return context.manager!.execute(
      `select p.product_id, c.area_code from certified_product p join certificate c on c.id = p.certificate_id
       where p.product_id in (${productIds.map(() => "?").join(",")}) and c.area_code is not null and c.deleted_at is null and p.deleted_at is null`,
      productIds,
    )
  }
}
