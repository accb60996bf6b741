import { fenFromYuan } from "@fupin/contract/money"
import { AdjustInput } from "@fupin/contract/schemas"

type Read = { ok: true; value: AdjustInput } | { ok: false; errors: Record<string, string>; message?: string }

/** Answers to disputed lines as typed: `due:<line>` in yuan and `why:<line>`; a line without either is not answered yet. */
export function readAdjustments(values: Record<string, string>): Read {
  const ids = Object.keys(values).flatMap((name) => (name.startsWith("why:") && (values[name] !== "") ? [name.slice(4)] : []))
  if (ids.length === 0) return { ok: false, errors: {}, message: "请在有异议的那一行写明怎样处理" }
  const lines = ids.map((line_id) => ({ line_id, due_fen: /^\d{1,9}(\.\d{1,2})?$/.test(values[`due:${line_id}`] ?? "") ? fenFromYuan(values[`due:${line_id}`]!) : Number.NaN, resolution: values[`why:${line_id}`] }))
  const read = AdjustInput.safeParse({ lines })
  if (read.success) return { ok: true, value: read.data }
  const faults = read.error.issues.map(({ path }): [string, string] => {
    const id = ids[Number(path[1])]
    return path.at(-1) === "due_fen" ? [`due:${id}`, "请填写金额，最多两位小数"] : [`why:${id}`, "请说明怎样处理（两个字以上，勿用引号、尖括号）"]
  })
  return { ok: false, errors: Object.fromEntries(faults.reverse()) }
}
