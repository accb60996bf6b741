"use client"

import type { Division } from "@fupin/contract/schemas"
import { useEffect, useRef, useState } from "react"

interface Lists {
  second: Division[]
  /** null when no third step is needed, empty while it is on its way. */
  third: Division[] | null
}

type Reading = () => Promise<{ steps: string[]; lists: Lists }>

const NOTHING: Lists = { second: [], third: null }

/** The state of the pickers: what is chosen at each step, what can be chosen next, and the code it all comes to. */
export function useDivisions(provinces: Division[], initial: string) {
  const [steps, setSteps] = useState<string[]>([])
  const [lists, setLists] = useState<Lists>(NOTHING)
  const [failed, setFailed] = useState<Reading | null>(null)
  const latest = useRef(0)

  /** Takes the answer only when nothing was asked since: a slow answer must not undo a later choice. */
  const read = async (reading: Reading) => {
    const turn = ++latest.current
    setFailed(null)
    try {
      const path = await reading()
      if (turn !== latest.current) return
      setSteps(path.steps)
      setLists(path.lists)
    } catch {
      if (turn === latest.current) setFailed(() => reading)
    }
  }

  useEffect(() => {
    if (/^\d{6}$/.test(initial)) void read(() => pathTo(initial))
  }, [initial])

  const choose = (index: number, code: string) => {
    const kept = [...steps.slice(0, index), code].filter(Boolean)
    const awaited = index === 0 ? NOTHING : index === 1 ? { second: lists.second, third: isCity(lists.second, code) ? [] : null } : lists
    setSteps(kept)
    setLists(awaited)
    void read(async () => ({ steps: kept, lists: await listsAfter(kept, index, awaited) }))
  }

  return { chosen: { steps, result: resultOf(steps, lists) }, lists, choose, failed: failed !== null, reload: () => failed && void read(failed) }
}

/** A county, or a city that has none (东莞): whatever ends the path. */
function resultOf(steps: string[], { second, third }: Lists): string {
  if (third !== null) return steps[2] ?? ""
  return second.some(({ code }) => code === steps[1]) ? (steps[1] ?? "") : ""
}

async function listsAfter(steps: string[], index: number, lists: Lists): Promise<Lists> {
  if (index === 0) return { second: steps[0] ? await childrenOf(steps[0]) : [], third: null }
  if (index === 1) return { second: lists.second, third: await thirdOf(lists.second.find(({ code }) => code === steps[1])) }
  return lists
}

function isCity(list: Division[], code: string): boolean {
  return list.some((one) => one.code === code && one.level === "city")
}

async function thirdOf(city: Division | undefined): Promise<Division[] | null> {
  if (city?.level !== "city") return null
  const counties = (await childrenOf(city.code)).filter(({ level }) => level === "county")
  return counties.length > 0 ? counties : null
}

async function pathTo(code: string): Promise<{ steps: string[]; lists: Lists }> {
  const province = `${code.slice(0, 2)}0000`
  const second = await childrenOf(province)
  const held = second.find((one) => one.code === code) ?? second.find((one) => one.code === `${code.slice(0, 4)}00`)
  if (!held) return { steps: [province], lists: { second, third: null } }
  const third = await thirdOf(held)
  return { steps: held.code === code ? [province, code] : [province, held.code, code], lists: { second, third } }
}

async function childrenOf(parent: string): Promise<Division[]> {
  const answer = await fetch(`/api/divisions?parent=${parent}`)
  if (!answer.ok) throw new Error(`divisions below ${parent}: ${answer.status}`)
  return ((await answer.json()) as { divisions: Division[] }).divisions
}
