import { HouseholdQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { KINDS, STATUSES } from "../domain/intake/roster-columns"
import type { Cells, Sheet } from "../papers/sheet"
import { readHouseholds } from "./read-households"

const PAGE = 100
const wordOf = (words: Readonly<Record<string, string>>, key: string): string => Object.keys(words).find((word) => words[word] === key) ?? key

/** The roster of households in these regions as a workbook: names, numbers and phones masked, so that it may lie on a desk. */
export function householdSheet(container: MedusaContainer, regions: string[], today: string): Sheet {
  return {
    name: "受益农户名册", title: "受益农户名册", notes: [`截至 ${today}；姓名、身份证、电话和账号已遮蔽`],
    columns: [
      { heading: "农户编号", width: 18, kind: "text" }, { heading: "类别", width: 9, kind: "text" }, { heading: "姓名", width: 16, kind: "text" }, { heading: "身份证", width: 24, kind: "text" },
      { heading: "联系方式", width: 16, kind: "text" }, { heading: "所在村", width: 28, kind: "wide_text" }, { heading: "身份", width: 22, kind: "wide_text" },
    ],
    rows: rowsOf(container, regions, today), ending: () => ({ apart: [], foot: [] }),
  }
}

async function* rowsOf(container: MedusaContainer, regions: string[], today: string): AsyncGenerator<Cells> {
  for (let offset = 0; ; offset += PAGE) {
    const { households } = await readHouseholds(container, { ...HouseholdQuery.parse({ limit: PAGE }), offset }, regions, today)
    for (const { code, kind, name, id_number, phone, place, statuses } of households) {
      const current = statuses.filter(({ valid_from, valid_to }) => valid_from <= today && (valid_to === null || valid_to > today))
      yield [code, wordOf(KINDS, kind), name, id_number, phone, place, current.map(({ status }) => wordOf(STATUSES, status)).join("、")]
    }
    if (households.length < PAGE) return
  }
}
