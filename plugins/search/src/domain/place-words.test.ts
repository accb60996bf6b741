import { expect, it } from "vitest"
import { placeWords } from "./place-words"

it.each([
  ["大通湖区", ["大通湖区", "大通湖"]], ["巫溪县", ["巫溪县", "巫溪"]], ["古路镇", ["古路镇", "古路"]], ["南县", ["南县"]],
  ["重庆市", ["重庆市", "重庆"]], ["黔江区", ["黔江区", "黔江"]],
])("%s is called %j", (name, words) => expect(placeWords(name)).toEqual(words))
