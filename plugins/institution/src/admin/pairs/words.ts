import type { Pair, PairKind } from "@fupin/contract/schemas"

export const PAIR_KINDS: Record<PairKind, string> = { east_west: "东西部协作", counterpart: "对口支援", central: "定点帮扶", enterprise: "村企结对" }
export const PAIR_STATES = { met: ["已完成", "green"], on_track: ["进度正常", "green"], behind: ["进度落后", "red"], no_target: ["未定计划", "grey"] } as const satisfies Record<Pair["state"], unknown>
