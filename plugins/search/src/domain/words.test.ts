import { describe, expect, it } from "vitest"
import { pairsOf, pairsOfText, pinyinOf, queryTerms, wordsOf } from "./words"

const cut = (text: string) => text.split(/(巫溪|洋芋|大通湖|大闸蟹|[\s，。]+)/)
const spell = (word: string) => ({ 巫溪: ["wu", "xi"], 洋芋: ["yang", "yu"] })[word] ?? []

describe("words", () => {
  it("are cut once each, without punctuation, half-width and in lower case", () => expect(wordsOf("巫溪洋芋，ＡＢＣ 洋芋", cut)).toEqual(["巫溪", "洋芋", "abc"]))
  it.each([["大通湖", ["大通", "通湖"]], ["洋芋", ["洋芋"]], ["薯", ["薯"]]])("%s is findable by %j", (word, pairs) => expect(pairsOf(word)).toEqual(pairs))
  it("of a text are found in part", () => expect(pairsOfText("大通湖大闸蟹 5kg")).toEqual(["大通", "通湖", "湖大", "大闸", "闸蟹"]))
  it("are spelled whole, by initials and in couples", () => expect(pinyinOf(["巫溪", "洋芋", "5kg"], spell)).toEqual(["wuxi", "wx", "yangyu", "yy", "wuxiyangyu", "wxyy"]))
})

describe("a query", () => {
  it.each([
    ["大通湖大闸蟹", ["大通", "通湖", "大闸", "闸蟹"]], ["wuxi 洋芋", ["wuxi", "洋芋"]], ["，。 ", []], ["'; drop--", ["drop"]],
  ])("%s asks for %j", (query, terms) => expect(queryTerms(query, cut)).toEqual(terms))
})
