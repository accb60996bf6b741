import { allowed } from "@fupin/access"
import { decidePeriod } from "@fupin/benefit/domain/period"
import type { Sheet } from "@fupin/benefit/papers/sheet"
import { readCampaignPeriods } from "@fupin/benefit/queries/read-campaign-periods"
import type { CampaignEvidence } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readEvidence } from "../campaign/evidence"
import { evidenceSheet, parcelSheet, signOffSheet } from "../campaign/sheets"
import type { CampaignRow } from "../modules/campaign/rows"
import { readOrganisations } from "../reads/plans"
import { statementsOf } from "../statement"
import { formsOf, invoiceFiles, minutesOf, sheetFiles } from "./files"
import type { Pack, PackFile } from "./send-pack"

/** Everything that proves one campaign. Members are named on the sign-off sheet and the list of parcels alone, for those who may have it. */
export async function campaignPack(container: MedusaContainer, campaign: CampaignRow, maySeeNames: boolean): Promise<Pack> {
  const [organisation] = await readOrganisations(container, { id: campaign.organisation_id })
  const name = organisation?.name ?? ""
  return {
    name: `${name}-${campaign.title}-证明材料`, title: `${name}　${campaign.title}证明材料清单`, files: filesOf(container, campaign, name, maySeeNames),
    notes: [`付款识别码：${campaign.transfer_code}`, ...(maySeeNames ? [] : ["领取签收表和送货到家签收凭据有职工姓名，由验收人员下载的材料包里才有。"])],
  }
}

async function* filesOf(container: MedusaContainer, campaign: CampaignRow, organisation: string, maySeeNames: boolean): AsyncGenerator<PackFile> {
  const evidence = await readEvidence(container, campaign)
  yield* sheetFiles("慰问证明", async () => evidenceSheet(evidence))
  yield* minutesOf(container, campaign.id, "")
  if (maySeeNames) yield* sheetFiles("领取签收表", () => signOffSheet(container, campaign, organisation))
  if (maySeeNames && evidence.campaign.to_home > 0) yield* sheetFiles("送货到家签收凭据", () => parcelSheet(container, campaign))
  yield* sheetFiles("付款明细", async () => paymentSheet(evidence, campaign.transfer_code))
  yield* invoiceFiles(container, await statementsOf(container).readInvoices({ campaign_id: campaign.id }))
  for (const period of await readCampaignPeriods(container, campaign.id)) {
    yield* formsOf(container, { period, bounds: allowed(decidePeriod(period)), subject: { kind: "campaign", id: campaign.id }, regions: ["*"], clear: [] })
  }
}

/** The union's payments, and what each seller's orders come to. */
function paymentSheet({ campaign, organisation, transfers, orders }: CampaignEvidence, code: string): Sheet {
  const paid_fen = transfers.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  return {
    name: "付款明细", title: `${campaign.title}付款明细`, notes: [`${organisation}　对公转账，附言 ${code}`],
    columns: [{ heading: "项目", width: 14, kind: "text" }, { heading: "日期", width: 14, kind: "text" }, { heading: "流水号或卖方", width: 44, kind: "wide_text" }, { heading: "金额（元）", width: 14, kind: "money" }],
    rows: [
      ...transfers.map(({ reference, received_on, amount_fen }) => ["到账", received_on, reference, amount_fen]),
      ...orders.sellers.map(({ seller, orders: count, total_fen }) => ["订单", "", `${seller.name}（${count} 单）`, total_fen]),
    ],
    ending: () => ({ apart: [], foot: [{ label: "到账合计", fen: paid_fen }, { label: "订单合计", fen: orders.total_fen }], in_words: { label: "到账合计大写", fen: paid_fen } }),
  }
}
