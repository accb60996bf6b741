import type { Metric, MetricFigure, Performance, UnitPerformance } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { completionOf, ranksOf, scoreOf } from "../domain/performance/score"
import { shanghaiDay } from "../domain/period"
import { regionPrefix, villageOf } from "../domain/place"
import { FILING_MODULE, type FilingModuleService, type UnitRow } from "../modules/filing"
import { PERFORMANCE_MODULE, type PerformanceModuleService, type Target } from "../modules/performance"
import { readPlaces } from "./read-places"
import { readUnitFigures, type UnitFigures } from "./read-unit-figures"

export interface PerformanceRequest {
  year: number
  /** One division, or everything within `regions`. */
  region: string | null
  regions: string[]
}

/** What the units within some regions reached in a year, beside their targets and the year before, scored and ranked by the region's scorecard. */
export async function readPerformance(container: MedusaContainer, { year, region, regions }: PerformanceRequest, now: Date): Promise<Performance> {
  const module = container.resolve<PerformanceModuleService>(PERFORMANCE_MODULE)
  const units = await unitsWithin(container, region === null ? regions : [region])
  const [present, past] = [await readUnitFigures(container, units, year), await readUnitFigures(container, units, year - 1)]
  const targets = await module.readTargets(units.map(({ id }) => id), year)
  const indicators = region === null ? [] : await module.readIndicators(around(region), year)
  const rows = units.map((unit): UnitPerformance => {
    const figures = figuresOf(present.get(unit.id)!, past.get(unit.id)!, targets.filter(({ unit_id }) => unit_id === unit.id))
    return { unit_id: unit.id, unit_name: unit.name, kind: unit.kind, region_code: unit.region_code, figures, score: indicators.length > 0 ? scoreOf(indicators, figures) : null, rank: null }
  })
  const place = region === null ? "" : villageOf((await readPlaces(container, [region])).get(region)!) || region
  return { year, as_of: shanghaiDay(now), region_code: region, place, indicators, units: ranked(rows) }
}

async function unitsWithin(container: MedusaContainer, regions: string[]): Promise<UnitRow[]> {
  const prefixes = regions.map(regionPrefix)
  return (await container.resolve<FilingModuleService>(FILING_MODULE).readUnits()).filter(({ region_code }) => prefixes.some((prefix) => region_code.startsWith(prefix)))
}

/** A division and those around it, narrowest first. */
function around(region: string): string[] {
  const wider = [12, 9, 6].filter((length) => region.length >= length).map((length) => region.slice(0, length))
  return [...new Set([...wider, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`])]
}

function figuresOf(present: UnitFigures, past: UnitFigures, targets: Target[]): UnitPerformance["figures"] {
  return Object.fromEntries((Object.entries(present) as [Metric, number][]).map(([metric, value]): [Metric, MetricFigure] => {
    const target = targets.find((one) => one.metric === metric)?.amount ?? null
    return [metric, { value, last_year: past[metric] ?? null, target, completion_bp: completionOf(value, target) }]
  }))
}

/** Among units of one kind, best first; without a scorecard in the order of regions. */
function ranked(rows: UnitPerformance[]): UnitPerformance[] {
  if (rows.every(({ score }) => score === null)) return rows
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    const ranks = ranksOf(own.map(({ score }) => score!))
    return own.map((row, index) => ({ ...row, rank: ranks[index]! })).sort((a, b) => a.rank - b.rank || (a.unit_name < b.unit_name ? -1 : 1))
  })
}
