import type { ProducerKind, DesignationStatus } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export interface CategoryRow {
  handle: string
  name: string
  parent_category?: CategoryRow | null
}

export interface ProductRow {
  id: string
  handle: string
  title: string
  subtitle: string | null
  description: string | null
  thumbnail: string | null
  status: string
  created_at: string | Date
  categories: CategoryRow[]
  tags: { value: string }[]
  sales_channels: { id: string }[]
  variants: VariantRow[]
}

export interface VariantRow {
  id: string
  title: string
  manage_inventory: boolean
  allow_backorder: boolean
  calculated_price: { calculated_amount: number } | null
}

export interface ProfileRow {
  product_id: string
  origin_code: string
  valid_from: Date
  valid_to: Date | null
  producer: { id: string; name: string; kind: ProducerKind; region_code: string; beneficiary_id: string | null; public_name: string | null }
}

export interface DesignationRow {
  number: string
  product_id: string
  status: DesignationStatus
  valid_from: Date
  valid_to: Date
}

interface Graph {
  graph(input: { entity: string; fields: string[]; filters?: object; context?: object; pagination?: object }): Promise<{ data: unknown[] }>
}

/** Query answers rows whose types it knows only for core's own modules; the fields asked for are these. */
export async function readRows<Row>(query: Graph, entity: string, fields: string[], filters: object, more: { context?: object; pagination?: object } = {}): Promise<Row[]> {
  const { data } = await query.graph({ entity, fields, filters, ...more })
  return data as Row[]
}

export const graphOf = (container: MedusaContainer): Graph => container.resolve(ContainerRegistrationKeys.QUERY) as unknown as Graph
export const asGraph = (query: unknown): Graph => query as Graph
export type { Graph }
