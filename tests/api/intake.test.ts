import { setTimeout as pause } from "node:timers/promises"
import { LinkageVersion, RosterImport } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import ExcelJS from "exceljs"
import { syntheticId } from "../support/households"
import { type LinkedShop, openLinkedShop, sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { workbookOf } from "../support/workbook-of"

const ROSTER = ["序号", "姓名", "身份证", "联系方式", "受益金额", "农户编号", "行政村代码", "身份类别", "身份起始日期"]
const VILLAGE = "500238104201"

type Staff = Awaited<ReturnType<typeof signInStaff>>

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let [clerk, office, elsewhere]: Staff[] = []
  const container = (): MedusaContainer => getContainer()

  beforeAll(async () => {
    shop = await openLinkedShop(container())
    clerk = await signInStaff(container(), "town_clerk", "500238104")
    office = await signInStaff(container(), "office")
    elsewhere = await signInStaff(container(), "town_clerk", "420000")
  })

  const settings = (staff: Staff) => ({ headers: { ...staff.headers, "content-type": "application/octet-stream" }, validateStatus: null })
  const get = (path: string, staff: Staff, more: object = {}) => api.get(`/admin/benefit/${path}`, { ...settings(staff), ...more })
  const send = (file: Buffer, mode: string, staff = clerk!, kind = "households") => api.post(`/admin/benefit/imports?kind=${kind}&mode=${mode}`, file, settings(staff))
  /** Sends a workbook and waits until it is read. */
  async function bring(file: Buffer, mode: string, staff = clerk!, kind = "households"): Promise<RosterImport> {
    const begun = await send(file, mode, staff, kind)
    expect(begun.status).toBe(202)
    for (;;) {
      const run = RosterImport.parse((await get(`imports/${begun.data.import.id}`, staff)).data.import)
      if (run.state !== "running") return run
      await pause(100)
    }
  }
  const cells = ({ faults }: RosterImport) => faults.map(({ cell, message }) => `${cell} ${message}`)
  const count = async () => (await sql(container(), "select count(*)::integer as n from household"))[0]!.n

  it("households come in 附件1's columns with their village: looked at first, written when right, the same again changes nothing, and leave masked", async () => {
    const file = await workbookOf([["附件1 带贫人员名册"], ROSTER, [1, "李秀英", syntheticId(41), "１３８００００００４１", 12.5, "GL-0041", VILLAGE, "脱贫户", "2020年11月1日"], [2, "赵德发", "", 13800000042, 8, "GL-0042", 500238104201, "", ""], [], [3, "王小1", "", "", 0, "HH-0001", VILLAGE, "", ""]],
      (sheet) => sheet.mergeCells("A1:I1"))
    expect(await bring(file, "check")).toMatchObject({ state: "done", read_rows: 3, good_rows: 3, written_rows: 0, faults: [], message: null })
    expect(await count()).toBe(3)
    expect(await bring(file, "all")).toMatchObject({ state: "done", written_rows: 3, fault_count: 0 })
    const rows = await sql(container(), "select code, name, region_code, id_number_sealed, phone_sealed, xmin::text from household order by code")
    expect(rows.map(({ code }) => code)).toEqual(["GL-0041", "GL-0042", "HH-0001", "HH-0002", "HH-0003"])
    expect(JSON.stringify(rows)).not.toMatch(/500238189|1380000004/)
    expect(await bring(file, "all")).toMatchObject({ state: "done", written_rows: 3 })
    expect(await sql(container(), "select code, name, region_code, id_number_sealed, phone_sealed, xmin::text from household order by code")).toEqual(rows)
    expect(await sql(container(), "select s.status, s.valid_from from household_status s join household h on h.id = s.household_id where h.code = 'GL-0041'")).toMatchObject([{ status: "lifted", valid_from: "2020-11-01" }])
    expect(JSON.stringify(await sql(container(), "select * from intake_run"))).not.toMatch(/李秀英|500238189|1380000004/)

    const { data, headers } = await get("imports-export", clerk!, { responseType: "arraybuffer" })
    expect(headers["content-type"]).toContain("spreadsheetml")
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(data as never)
    const text = JSON.stringify(workbook.worksheets[0]!.getSheetValues())
    for (const shown of ["GL-0041", "李**", "HH-0003"]) expect(text).toContain(shown)
    for (const hidden of ["李秀英", syntheticId(41), "13800000041"]) expect(text).not.toContain(hidden)
    const foreign = await get("imports-export", elsewhere!, { responseType: "arraybuffer" })
    await workbook.xlsx.load(foreign.data as never)
    expect(JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()))).not.toMatch(/GL-0041|HH-0001/)
  })

  it("every fault is named by its cell; nothing is written with faults unless the good rows are asked for; a stranger's region takes nothing", async () => {
    const rows = [ROSTER, [1, "李秀英", { formula: '"5002"&"38"' }, "", 1, "GL-0041", VILLAGE, "", ""], [2, "赵德发", syntheticId(1), "", 1, "GL-0042", VILLAGE, "", ""], [3, "孙有田", syntheticId(43), "123", 1, "GL-0043", "500112001001", "很穷", ""],
      [4, "周福", syntheticId(44), "", 1, "GL-0044", VILLAGE, "", ""], [5, "周福", syntheticId(44), "", 1, "GL-0045", VILLAGE, "", ""], [6, "周福", "", "", 1, "GL-0044", VILLAGE, "", ""], [7, "吴桂兰", 500238189001010000, "", 1, "GL-0047", "500238105201", "", "2020-02-31"]]
    const file = await workbookOf(rows)
    const seen = await bring(file, "check")
    expect(cells(seen).map((fault) => fault.split("：")[0]).sort()).toEqual(["A7 与第 5 行重复", "C2 身份证", "C3 身份证", "C6 身份证", "C8 身份证", "D4 联系方式", "H4 身份类别", "I8 身份起始日期"].sort().map((text) => (text.startsWith("A7") ? expect.stringContaining("与第 5 行重复") : text)))
    expect(JSON.stringify(seen)).not.toMatch(/500238189/)
    expect(await bring(file, "all")).toMatchObject({ state: "refused", written_rows: 0, message: expect.stringContaining("没有写入") })
    expect(await count()).toBe(3)
    expect(await bring(file, "good")).toMatchObject({ state: "done", good_rows: 1, written_rows: 1 })
    expect(await count()).toBe(4)
    expect(cells(await bring(await workbookOf([ROSTER, [1, "李秀英", "", "", 1, "GL-0051", VILLAGE, "", ""], [2, "赵", "", "", 1, "HH-0001", "420102001001", "", ""]]), "check", elsewhere!))).toEqual([expect.stringContaining("G2 行政村代码：不在您负责的区划内"), expect.stringContaining("F3 农户编号：这个编号已属于其他区划的农户")])
    const overlapping = await workbookOf([ROSTER, [1, "孙有田", "", "", 1, "GL-0061", VILLAGE, "", ""], [2, "王小1", "", "", 1, "HH-0001", VILLAGE, "脱贫户", "2021-05-01"]])
    expect(await bring(overlapping, "all")).toMatchObject({ state: "refused", written_rows: 0, faults: [{ cell: "I3", message: expect.stringContaining("重叠") }] })
    expect(await count()).toBe(4)
    for (const [body, code] of [[Buffer.from("not a workbook"), "工作簿"], [await workbookOf([["姓名", "编号"], ["李", "GL-1"]]), "缺少列：行政村代码"]] as const) expect(await bring(body, "all")).toMatchObject({ state: "refused", message: expect.stringContaining(code) })
    const own = (await send(file, "check")).data.import
    expect((await get(`imports/${own.id}`, office!)).status).toBe(404)
    expect((await send(Buffer.alloc(0), "check")).data.code).toBe("upload_empty")
  })

  it("memberships become the agreement's next draft, by its own rules; the templates are read back and hold only an example", async () => {
    const head = ["协议编号", "农户编号", "身份证", "姓名", "份额", "生效日期"]
    const number = "渝巫联〔2026〕001号"
    const file = await workbookOf([head, [number, "HH-0001", "", "王小1", 5, "2099-01-01"], [number, "", syntheticId(2), "王小2", 4, "2099-01-01"]])
    expect(await bring(file, "all", office!, "linkages")).toMatchObject({ state: "done", written_rows: 2, fault_count: 0 })
    const [draft] = (await get(`linkages?producer_id=${shop.producer_id}`, office!)).data.linkages.map((one: unknown) => LinkageVersion.parse(one))
    expect(draft).toMatchObject({ number, version: 2, state: "draft", valid_from: "2098-12-31T16:00:00.000Z", rules: [{ share: { kind: "revenue_share", bp: 1_000 } }, { share: { kind: "per_unit", fen: 30 } }] })
    expect(draft.members.map(({ code, weight, from }: { code: string; weight: number; from: string }) => [code, weight, from]).sort()).toEqual([["HH-0001", 5, "2025-12-31T16:00:00.000Z"], ["HH-0002", 4, "2025-12-31T16:00:00.000Z"]])
    const wrong = await workbookOf([head, ["没有这份", "HH-0001", "", "王小1", 5, "2099-01-01"], [number, "HH-0002", "", "张三", 5, "2099-01-01"], [number, "HH-0001", "", "王小1", 5, "2099-01-01"], [number, "", syntheticId(1), "王小1", 5, "2099-01-01"], [number, "HH-0003", "", "王小3", 0, "2099-01-01"], [number, "HH-0003", "", "王小3", 1, "2099-02-01"]])
    expect(cells(await bring(wrong, "check", office!, "linkages")).map((fault) => fault.slice(0, 2)).sort()).toEqual(["A2", "D3", "D5", "E6", "F7"])
    expect(cells(await bring(file, "check", elsewhere!, "linkages"))).toEqual([expect.stringContaining("A2 协议编号：没有这份协议"), expect.stringContaining("A3")])
    for (const kind of ["households", "linkages"]) {
      const { data } = await get(`imports-template?kind=${kind}`, office!, { responseType: "arraybuffer" })
      expect(await bring(Buffer.from(data), "check", office!, kind)).toMatchObject({ state: "refused", message: expect.stringContaining("没有填写") })
    }
  })
})
