import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { Container, Heading, Tabs } from "@medusajs/ui"
import { BankRows } from "../../statements/bank-rows"
import { ImportBankFile } from "../../statements/import-bank-file"
import { Invoices } from "../../statements/invoices"
import { StatementList } from "../../statements/statement-list"

const PARTS = [["statements", "对账单", StatementList], ["import", "导入银行流水", ImportBankFile], ["rows", "待处理到账", BankRows], ["invoices", "发票", Invoices]] as const

/** 对账与收款: months with each unit and producer, money that came in, invoices. */
const StatementsPage = () => (
  <Container className="p-0">
    <Heading className="px-6 pt-4">对账与收款</Heading>
    <Tabs defaultValue="statements">
      <Tabs.List className="overflow-x-auto whitespace-nowrap px-6 py-3">{PARTS.map(([key, name]) => <Tabs.Trigger key={key} value={key}>{name}</Tabs.Trigger>)}</Tabs.List>
      {PARTS.map(([key, , Part]) => <Tabs.Content key={key} value={key} className="border-ui-border-base border-t"><Part /></Tabs.Content>)}
    </Tabs>
  </Container>
)

export const config = defineRouteConfig({ label: "对账与收款", icon: ReceiptPercent, rank: 34 })

export default StatementsPage
