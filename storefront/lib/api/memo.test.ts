import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { memo } from "./memo"

describe("facts that are kept for a while", () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it("asks once per argument until the time is over", async () => {
    const read = vi.fn(async (name: string) => `${name}!`)
    const kept = memo(1_000, read)
    expect([await kept("a"), await kept("a"), await kept("b")]).toEqual(["a!", "a!", "b!"])
    expect(read).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(1_001)
    await kept("a")
    expect(read).toHaveBeenCalledTimes(3)
  })

  it("never keeps a failure", async () => {
    const read = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("down")).mockResolvedValue("up")
    const kept = memo(1_000, read)
    await expect(kept()).rejects.toThrow("down")
    expect(await kept()).toBe("up")
  })
})
