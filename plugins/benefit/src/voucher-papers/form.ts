import Nzh from "nzh"
import PDFDocument from "pdfkit"
import QRCode from "qrcode"
import type { VoucherDetail } from "@fupin/contract/schemas"

const [REGULAR, BOLD] = ["400Regular/NotoSansSC_400Regular", "700Bold/NotoSansSC_700Bold"].map((font) => require.resolve(`@expo-google-fonts/noto-sans-sc/${font}.ttf`))
const WAY = { bank_transfer: "银行转账", cash: "现金", mobile: "微信、支付宝", card: "公务卡" }
const [LEFT, WIDTH] = [56, 483]

/** What the form says of the household in clear: it signs under its own name. */
export interface Seller {
  name: string
  village: string
  id_number_tail: string
}

/** 人民币贰佰元整 */
const inWords = (fen: number): string => `人民币${Nzh.cn.toMoney((fen / 100).toFixed(2), { outSymbol: false })}`
const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`

/** 销售凭证 (R62) on one page A4, to be signed by the household and sealed by its village. */
export async function writeVoucherForm(voucher: VoucherDetail, seller: Seller): Promise<Buffer> {
  const [row] = voucher.rows
  const doc = new PDFDocument({ size: "A4", margin: 56, info: { Title: `销售凭证 ${voucher.number}`, Producer: "扶贫馆", Creator: "扶贫馆", CreationDate: new Date(voucher.created_at) } })
  const pieces: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (piece: Buffer) => pieces.push(piece)).on("error", reject).on("end", () => resolve(Buffer.concat(pieces)))
  })
  doc.registerFont("regular", REGULAR!).registerFont("bold", BOLD!)
  doc.font("bold").fontSize(20).text("农产品销售凭证", LEFT, 64, { width: WIDTH, align: "center" })
  doc.font("regular").fontSize(10).text(`编号：${voucher.number}`, LEFT, 104)
  drawCode(doc, voucher.number, LEFT + WIDTH - 64, 48)
  const bottom = drawTable(doc, 128, [
    ["卖方（脱贫户）", `${seller.name}　身份证尾号 ${seller.id_number_tail}`], ["住址", seller.village],
    ["买方", voucher.payer_person ? `${voucher.payer_name}　结对帮扶人 ${voucher.payer_person}` : voucher.payer_name],
    ["商品", row?.goods ?? ""], ["数量", row?.quantity ?? ""], ["金额（小写）", yuan(voucher.total_fen)], ["金额（大写）", inWords(voucher.total_fen)],
    ["交易日期", voucher.paid_on], ["付款方式", voucher.payment_way ? WAY[voucher.payment_way] : ""],
  ])
  doc.font("regular").fontSize(10.5).text("以上商品由本户自产，货款已收讫，内容属实。", LEFT, bottom + 18)
  drawPlaces(doc, bottom + 64)
  doc.fontSize(8.5).fillColor("#6B655A").text("本凭证经行政村盖章、贫困户签字后有效；扫描上传并经第二人审核后记入受益台账。", LEFT, 770, { width: WIDTH, align: "center", lineBreak: false })
  doc.end()
  return await finished
}

function drawTable(doc: PDFKit.PDFDocument, top: number, rows: [string, string][]): number {
  let y = top
  for (const [label, value] of rows) {
    const height = Math.max(32, doc.font("regular").fontSize(11).heightOfString(value, { width: WIDTH - 136 }) + 16)
    doc.lineWidth(0.7).strokeColor("#23201B").rect(LEFT, y, 116, height).rect(LEFT + 116, y, WIDTH - 116, height).stroke()
    doc.font("bold").fontSize(10.5).fillColor("#23201B").text(label, LEFT + 8, y + 8, { width: 100 })
    doc.font("regular").fontSize(11).text(value, LEFT + 126, y + 8, { width: WIDTH - 136 })
    y += height
  }
  return y
}

/** The household signs, the buyer signs, the village stamps over its own name: each with room for it. */
function drawPlaces(doc: PDFKit.PDFDocument, top: number): void {
  const places = [["贫困户（签字、手印）", "年　　月　　日"], ["买方经办人（签字）", "年　　月　　日"], ["行政村（盖章）", "年　　月　　日"]] as const
  const width = WIDTH / places.length
  places.forEach(([label, date], index) => {
    const x = LEFT + index * width
    doc.lineWidth(0.7).strokeColor("#23201B").rect(x, top, width, 150).stroke()
    doc.font("bold").fontSize(10.5).text(label, x + 8, top + 8, { width: width - 16 })
    doc.font("regular").fontSize(10).text(date, x + 8, top + 128, { width: width - 16, align: "right" })
  })
}

/** Drawn as squares: nothing to scale, nothing to blur. */
function drawCode(doc: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" })
  const unit = 64 / modules.size
  for (let row = 0; row < modules.size; row++) for (let column = 0; column < modules.size; column++) if (modules.get(row, column)) doc.rect(x + column * unit, y + row * unit, unit, unit)
  doc.fill("#23201B")
}
