import { expect, it } from "vitest"
import { weekdaysText, windowsText } from "./receiving-words"

it.each([[[1, 2, 3, 4, 5], "周一至周五"], [[4, 1], "周一、周四"], [[1, 2], "周一、周二"], [[1, 3, 4, 5, 7], "周一、周三至周五、周日"], [[7, 6, 5, 4, 3, 2, 1], "每天"], [[2, 2], "周二"]])("says %j as %s", (days, text) => expect(weekdaysText(days)).toBe(text))

it("says every window with its hours", () =>
  expect(windowsText([{ weekdays: [1, 2, 3, 4, 5], from: "06:30", to: "08:00" }, { weekdays: [6], from: "09:00", to: "11:00" }])).toBe("周一至周五 06:30–08:00；周六 09:00–11:00"))
