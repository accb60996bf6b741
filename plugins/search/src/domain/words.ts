/** Cuts a sentence into words; the segmenter itself is handed in, so that the rules here stay pure. */
export type Cut = (text: string) => string[]
/** A word's syllables without tones: 洋芋 → ["yang", "yu"]. */
export type Spell = (word: string) => string[]

const HAN = /^\p{Script=Han}+$/u
const bare = (token: string) => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
const clean = (text: string) => text.normalize("NFKC").toLowerCase()

/** Every two neighbouring characters: 大通湖 → 大通, 通湖. A word of two or fewer is its own. */
export function pairsOf(word: string): string[] {
  const characters = [...word]
  return characters.length <= 2 ? [word] : characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** Runs of Chinese characters in a text. */
const hanRuns = (text: string) => clean(text).match(/\p{Script=Han}+/gu) ?? []

/** The words of a text in the order they stand, each once. */
export function wordsOf(text: string, cut: Cut): string[] {
  return [...new Set(cut(clean(text)).map(bare).filter(Boolean))]
}

/** What makes part of a word findable whatever the segmenter made of it: the pairs of every run of characters. */
export function pairsOfText(text: string): string[] {
  return [...new Set(hanRuns(text).flatMap(pairsOf))]
}

/** Pinyin of each word and of two words in a row, whole and by initials: 巫溪 洋芋 → wuxi wx yangyu yy wuxiyangyu wxyy. */
export function pinyinOf(words: string[], spell: Spell): string[] {
  const spelled = words.filter((word) => HAN.test(word)).map(spell)
  const couples = spelled.slice(1).map((syllables, at) => [...spelled[at]!, ...syllables])
  return [...new Set([...spelled, ...couples].flatMap((syllables) => [syllables.join(""), syllables.map(([initial]) => initial ?? "").join("")]))]
}

/** The terms a query must match, all of them: Chinese words by their pairs, the rest as typed. Empty when nothing can be searched for. */
export function queryTerms(query: string, cut: Cut): string[] {
  return [...new Set(wordsOf(query, cut).flatMap((word) => (HAN.test(word) ? pairsOf(word) : [word])))]
}
