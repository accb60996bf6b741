import type { DuplicateList, DuplicateQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { z } from "zod"
import { regionPrefix } from "../domain/place"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { maskHouseholds } from "./read-households"

interface Pair {
  first: string
  second: string
  by_phone: boolean
  by_name: boolean
  total: number
}

/** Present households, one or both of these regions; an ID number cannot stand twice, so a phone or name and village tell. */
const PAIRS = `with present as (
  select id, code, name, region_code, phone_index, (:prefixes::text[] is null or region_code like any(:prefixes)) as is_own
  from household where kind = 'household' and ended_on is null and erased_at is null and deleted_at is null),
pairs as (
  select a.id as first, b.id as second, a.code, a.phone_index is not null and a.phone_index = b.phone_index as by_phone, a.name = b.name and a.region_code = b.region_code as by_name
  from present a join present b on a.code < b.code and a.is_own and b.is_own and a.phone_index = b.phone_index
  union
  select a.id, b.id, a.code, a.phone_index is not null and a.phone_index = b.phone_index, true
  from present a join present b on a.code < b.code and a.is_own and b.is_own and a.name = b.name and a.region_code = b.region_code)
select first, second, coalesce(by_phone, false) as by_phone, by_name, count(*) over ()::integer as total from pairs order by code, second offset :offset limit :limit`

/** Pairs of households that may be one and the same (疑似重复), masked; both in the regions of who asks. */
export async function readDuplicates(container: MedusaContainer, { offset, limit }: DuplicateQuery, regions: string[]): Promise<z.infer<typeof DuplicateList>> {
  const prefixes = regions.includes("*") ? null : regions.map((region) => `${regionPrefix(region)}%`)
  const { rows }: { rows: Pair[] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(PAIRS, { prefixes, offset, limit } as never)
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const held = await module.listHouseholds({ id: rows.flatMap(({ first, second }) => [first, second]) }, { relations: ["statuses"] })
  const masked = new Map((await maskHouseholds(container, held)).map((household) => [household.id, household]))
  return {
    count: rows[0]?.total ?? 0,
    duplicates: rows.map(({ first, second, by_phone, by_name }) => ({
      matches: [...(by_phone ? ["phone" as const] : []), ...(by_name ? ["name" as const] : [])], households: [masked.get(first)!, masked.get(second)!],
    })),
  }
}
