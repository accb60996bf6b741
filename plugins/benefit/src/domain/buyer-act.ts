/** Names what a buyer confirmed, so that confirming the same twice is one act: all of it, or these lines in these quantities. */
export function buyerAct(lines: readonly { line_item_id: string; quantity: number }[] | "all"): string {
  if (lines === "all") return "buyer"
  return `buyer:${lines.map(({ line_item_id, quantity }) => `${line_item_id}=${quantity}`).sort().join(",")}`
}
