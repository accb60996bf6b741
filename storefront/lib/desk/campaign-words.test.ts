import { expect, it } from "vitest"
import { lacking } from "./campaign-words"

const minutes = { filename: "纪要.pdf", sha256: "", uploaded_at: "" }

it("names what a campaign still lacks, and nothing once all is there", () => {
  expect(lacking({ minutes: null, members: 0 }, [])).toEqual(["设置礼包", "导入名册", "上传会议纪要"])
  expect(lacking({ minutes, members: 3 }, [{ is_default: false }])).toEqual(["选定默认礼包"])
  expect(lacking({ minutes, members: 3 }, [{ is_default: true }])).toEqual([])
})
