import path from "node:path"
import { rebuildCatalogueWorkflow } from "@fupin/search/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { importBases } from "./importers/bases"
import { importCampaigns } from "./importers/campaigns"
import { importDeliveries } from "./importers/deliveries"
import { importDemands } from "./importers/demands"
import { importDonationRecipients } from "./importers/donations"
import { importFilings } from "./importers/filings"
import { importGroupBuys } from "./importers/group-buys"
import { importHouseholds } from "./importers/households"
import { importLinkages } from "./importers/linkages"
import { importMoney } from "./importers/money"
import { importOrders } from "./importers/orders"
import { importOrganisations } from "./importers/organisations"
import { importParcels } from "./importers/parcels"
import { importPeople } from "./importers/people"
import { importPreorders } from "./importers/preorders"
import { importProducers } from "./importers/producers"
import { importProducts } from "./importers/products"
import { importProvenance } from "./importers/provenance"
import { importRegions } from "./importers/regions"
import { importSpending } from "./importers/spending"
import { importStatements } from "./importers/statements"
import { importStock } from "./importers/stock"
import { importStore } from "./importers/store"
import { importWorkbench } from "./importers/workbench"
import { businessDate } from "./lib/calendar"
import { readProducts } from "./lib/data"
import { planPurchases } from "./lib/purchases"
import { quietly } from "./lib/quiet"
import { openSteps } from "./lib/steps"
import { pictureAddresses, renderPictures } from "./pictures/render"

export interface Demonstration {
  now: Date
  /** Of every account of the demonstration. */
  password: string
}

/** Where the backend serves files from. */
const PICTURES = path.join(__dirname, "..", "backend", "static", "pictures")

/** Everything in order; each step finds what is there already. */
export function seedDemonstration(container: MedusaContainer, demonstration: Demonstration) {
  return quietly(container, () => importAll(container, demonstration))
}

async function importAll(container: MedusaContainer, { now, password }: Demonstration) {
  const today = businessDate(now)
  const { step, total } = openSteps()
  const drawn = renderPictures(PICTURES)
  const store = await step("店铺", () => importStore(container))
  await step("区划与行政村", () => importRegions(container))
  const people = await step("账号与权限", () => importPeople(container, password))
  const beneficiaries = await step("受益农户与村集体", () => importHouseholds(container))
  const producers = await step("经营主体", () => importProducers(container, beneficiaries.households))
  const shelf = await step("商品", () => importProducts(container, store, pictureAddresses()))
  await step("库存", () => importStock(container, store, today))
  await step("产地、证书、认定", () => importProvenance(container, shelf, producers, today))
  await step("利益联结协议", () => importLinkages(container, shelf, producers, beneficiaries, { author: people.staff.office, approver: people.staff.administrator }))
  const placed = await step("三个月的订单", () => importOrders(container, store, shelf, planPurchases(readProducts(), today)))
  await step("付款、退款、签收与受益记账", () => importMoney(container, placed, people.staff.finance))
  await step("送达的包裹", () => importParcels(container, store, placed))
  await step("采购单位、协议与定向认购", () => importOrganisations(container, shelf, people.staff.office, today))
  await step("工会节日慰问", () => importCampaigns(container, shelf, people.customers, people.staff.finance, today))
  await step("食堂配送、验收与对公转账", () => importDeliveries(container, { receiver: people.customers["receiver@example.cn"]!, finance: people.staff.finance }, today))
  await step("预算、计划与待办审批", () => importSpending(container, people.staff.office, today))
  await step("经营主体工作台", () => importWorkbench(container, producers, people, now))
  await step("需求、报价与结对", () => importDemands(container, shelf, producers, { office: people.staff.office, customers: people.customers }, today))
  await step("直采直供基地", () => importBases(container, shelf, producers, people.staff.office, today))
  await step("对账单与银行流水", () => importStatements(container, { office: people.staff.office, finance: people.staff.finance, bookkeeper: people.customers["unit-finance@example.cn"]! }, today))
  await step("受赠单位", () => importDonationRecipients(container, people.staff.office))
  await step("团购", () => importGroupBuys(container, store, shelf, people, now))
  await step("预购", () => importPreorders(container, shelf, people, today))
  await step("填报单位与填报", () => importFilings(container, { clerk: people.staff.town_clerk, office: people.staff.office }, today))
  await step("搜索索引", () => rebuildCatalogueWorkflow(container).run())
  await step("图片", () => drawn)
  total()
  return { store, people, shelf, producers, beneficiaries }
}
