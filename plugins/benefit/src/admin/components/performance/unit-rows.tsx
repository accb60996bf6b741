import { growthBp, METRIC_NAMES, percentOf } from "@fupin/contract/metrics"
import type { Metric, UnitPerformance } from "@fupin/contract/schemas"
import { Table, Text } from "@medusajs/ui"
import { shown } from "./metrics"

const SHOWN: Metric[] = ["benefit", "households", "sales", "purchases", "punctual"]

/** Units by rank: each figure with how much of the plan it makes and how it stands to the year before. */
export function UnitRows({ units, isScored }: { units: UnitPerformance[]; isScored: boolean }) {
  const metrics = SHOWN.filter((metric) => units.some(({ figures }) => figures[metric]))
  return (
    <div className="overflow-x-auto whitespace-nowrap">
      <Table>
        <Table.Header><Table.Row>
          {isScored && <Table.HeaderCell>名次</Table.HeaderCell>}<Table.HeaderCell>单位</Table.HeaderCell>
          {metrics.map((metric) => <Table.HeaderCell key={metric} className="text-right">{METRIC_NAMES[metric]}</Table.HeaderCell>)}
          {isScored && <Table.HeaderCell className="text-right">得分</Table.HeaderCell>}
        </Table.Row></Table.Header>
        <Table.Body>
          {units.map(({ unit_id, unit_name, figures, score, rank }) => (
            <Table.Row key={unit_id}>
              {isScored && <Table.Cell>{rank}</Table.Cell>}
              <Table.Cell>{unit_name}</Table.Cell>
              {metrics.map((metric) => <Table.Cell key={metric} className="py-2 text-right tabular-nums"><Figure metric={metric} figure={figures[metric]} /></Table.Cell>)}
              {isScored && <Table.Cell className="text-right tabular-nums">{score === null ? "—" : (score / 100).toFixed(2)}</Table.Cell>}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function Figure({ metric, figure }: { metric: Metric; figure: UnitPerformance["figures"][Metric] }) {
  if (!figure) return <>—</>
  const growth = growthBp(figure)
  const notes = [...(figure.target === null ? [] : [`目标 ${shown(metric, figure.target)}，完成 ${percentOf(figure.completion_bp)}`]), ...(growth === null ? [] : [`同比 ${growth < 0 ? "−" : "+"}${percentOf(Math.abs(growth))}`])]
  return <>{shown(metric, figure.value)}{notes.length > 0 && <Text as="span" size="xsmall" className="text-ui-fg-subtle block">{notes.join("；")}</Text>}</>
}
