import type { Roster } from "@fupin/contract/schemas"
import { type Dress, officialPlaces, rowsOf, unitNotes } from "./dress"
import type { Cells, Sheet } from "./sheet"

export interface RosterSource {
  head: Pick<Roster, "title" | "from" | "to" | "stage">
  pages: Iterable<Roster["rows"]> | AsyncIterable<Roster["rows"]>
  ending: () => Below | Promise<Below>
}
type Below = Pick<Roster, "carried_forward" | "collectives" | "foot">

/** 附件1 带贫人员名册 as it is printed: exactly the four columns of the form. */
export function rosterSheet({ head, pages, ending }: RosterSource, dress: Dress = {}): Sheet {
  return {
    name: "附件1",
    title: dress.title ?? head.title,
    notes: [...unitNotes(dress), `填报期间：${head.from} 至 ${head.to}`, `金额单位：元；阶段：${head.stage === "settled" ? "已兑付" : "应付（货物已验收）"}；本表按领款人列示，已减去期内冲回`],
    columns: [
      { heading: "姓名", width: 18, kind: "text" }, { heading: "身份证", width: 26, kind: "text" },
      { heading: "联系方式", width: 20, kind: "text" }, { heading: "受益金额", width: 18, kind: "money" },
    ],
    rows: rowsOf(pages, person),
    ending: async () => below(await ending()),
    places: officialPlaces(dress),
    document: dress.document,
  }
}

function below({ carried_forward, collectives, foot }: Below): Awaited<ReturnType<Sheet["ending"]>> {
  return {
    apart: [
      ...(carried_forward.length > 0 ? [{ heading: "结转（转入下期为负数或零，冲抵上期为正数）", rows: carried_forward.map(person) }] : []),
      ...(collectives.length > 0 ? [{ heading: "村集体", rows: collectives.map(({ name, amount_fen }) => [name, "", "", amount_fen]) }] : []),
    ],
    foot: [
      { label: "名册合计", fen: foot.rows_fen }, { label: "结转", fen: foot.carried_forward_fen }, { label: "村集体", fen: foot.collectives_fen },
      { label: "待分配", fen: foot.suspense_fen }, { label: foot.balanced ? "台账合计（以上各项之和与台账一致）" : "台账合计（以上各项之和与台账不一致，请核对）", fen: foot.ledger_fen },
    ],
    in_words: { label: "名册合计（大写）", fen: foot.rows_fen },
  }
}

function person({ name, id_number, phone, amount_fen }: Roster["rows"][number]): Cells {
  return [name, id_number, phone, amount_fen]
}
