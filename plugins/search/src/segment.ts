import { Jieba } from "@node-rs/jieba"
import { dict } from "@node-rs/jieba/dict"
import { pinyin } from "pinyin-pro"
import { placeWords } from "./domain/place-words"
import { TRADE_WORDS } from "./domain/trade-words"
import type { Cut, Spell } from "./domain/words"

/** A word's line in jieba's dictionary; frequent enough to win against its parts. */
const entry = (word: string) => `${word} 20000 n\n`

let jieba: Jieba | undefined
const known = new Set<string>()

function segmenter(): Jieba {
  if (jieba) return jieba
  jieba = Jieba.withDict(dict)
  learn(jieba, TRADE_WORDS)
  return jieba
}

function learn(into: Jieba, words: string[]): void {
  const fresh = words.filter((word) => !known.has(word))
  for (const word of fresh) known.add(word)
  if (fresh.length > 0) into.loadDict(Buffer.from(fresh.map(entry).join("")))
}

/** Teaches the segmenter the names of places; what it knows already costs nothing. */
export function learnPlaces(names: string[]): void {
  learn(segmenter(), names.flatMap(placeWords))
}

/** Cuts for searching: long words and the shorter ones inside them. */
export const cut: Cut = (text) => segmenter().cutForSearch(text, true)

export const spell: Spell = (word) => pinyin(word, { toneType: "none", type: "array", v: true })
