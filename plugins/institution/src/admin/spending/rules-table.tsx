import { Container, Heading, Table, Text } from "@medusajs/ui"
import type { ComponentProps, ReactNode } from "react"
import { ListState } from "../lib/states"

interface Rule { region_code: string; region_name: string; from_year: number; source: string; cells: string[] }

interface RulesTableProps {
  title: string
  about: string
  query: ComponentProps<typeof ListState>["query"]
  empty: string
  /** Between the year and the document. */
  headings: string[]
  rows: Rule[]
  form: ReactNode
}

/** Rules of regions from a year on, and below them the form that adds one. */
export function RulesTable({ title, about, query, empty, headings, rows, form }: RulesTableProps) {
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4"><Heading level="h2">{title}</Heading><Text size="small" className="text-ui-fg-subtle">{about}</Text></div>
      <ListState query={query} isEmpty={rows.length === 0} empty={empty}>
        <Table>
          <Table.Header><Table.Row>{["区划", "从哪一年起", ...headings].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {rows.map(({ region_code, region_name, from_year, source, cells }) => (
              <Table.Row key={`${region_code} ${from_year}`}>
                {[region_name, `${from_year} 年`, ...cells].map((text, index) => <Table.Cell key={index}>{text}</Table.Cell>)}
                <Table.Cell className="py-3 whitespace-normal">{source}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      <div className="max-w-xl px-6 py-6">{form}</div>
    </Container>
  )
}
