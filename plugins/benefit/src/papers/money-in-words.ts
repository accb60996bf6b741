import Nzh from "nzh"

/** 大写金额 of fen: 人民币壹万贰仟元整. */
export function moneyInWords(fen: number): string {
  const [whole, rest] = [Math.trunc(Math.abs(fen) / 100), Math.abs(fen) % 100]
  const words = Nzh.cn.toMoney(rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, "0")}`, { outSymbol: false })
  return `人民币${fen < 0 ? "负" : ""}${words}`
}

/** 12,000.50 of fen. */
export function yuanOf(fen: number): string {
  const [sign, whole] = [fen < 0 ? "-" : "", String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ",")]
  return `${sign}${whole}.${String(Math.abs(fen) % 100).padStart(2, "0")}`
}
