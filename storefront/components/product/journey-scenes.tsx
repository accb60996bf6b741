import type { ReactNode } from "react"

const HOUSES_DRAWN_MAX = 24

function Scene({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 120 84" aria-hidden="true" className="h-auto w-full" fill="none" stroke="var(--color-ink)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
      {children}
    </svg>
  )
}

/** Terraced fields below a hill, with the sun. */
export function FieldScene() {
  return (
    <Scene>
      <circle cx="92" cy="20" r="9" fill="var(--color-straw)" stroke="none" />
      <path d="M4 70 38 24l18 22 14-16 46 40z" fill="var(--color-leaf-wash)" />
      <path d="M14 70c14-12 30-12 44-2m-32-14c12-8 22-6 30 0m14 16c10-10 24-12 36-2M68 50c8-5 16-4 22 1" stroke="var(--color-leaf)" />
      <path d="M2 78h116" />
    </Scene>
  )
}

/** A workshop with an open gate. */
export function MakerScene() {
  return (
    <Scene>
      <path d="M18 78V42h84v36" fill="#fff" />
      <path d="M10 42 60 16l50 26z" fill="var(--color-leaf)" />
      <path d="M46 78V56h28v22M28 52h10v10H28zM82 52h10v10H82z" />
      <path d="M2 78h116" />
    </Scene>
  )
}

/** The office's seal on a paper; a dashed one where there is no designation. */
export function SealScene({ valid }: { valid: boolean }) {
  return (
    <Scene>
      <path d="M28 6h52l14 14v60H28z" fill="#fff" />
      <path d="M80 6v14h14M40 26h26M40 36h40" />
      <rect x="52" y="44" width="30" height="30" rx="2" fill={valid ? "var(--color-vermilion)" : "none"} stroke={valid ? "none" : "var(--color-line-strong)"} strokeDasharray={valid ? undefined : "4 4"} transform="rotate(-6 67 59)" />
      {valid && <path d="m59 60 6 6 11-13" stroke="#fff" strokeWidth="3" />}
    </Scene>
  )
}

/** A full basket: yours. */
export function BasketScene() {
  return (
    <Scene>
      <path d="M34 44c0-34 52-34 52 0" />
      <circle cx="46" cy="42" r="9" fill="var(--color-straw)" />
      <circle cx="64" cy="38" r="10" fill="var(--color-vermilion)" />
      <circle cx="79" cy="43" r="8" fill="var(--color-leaf)" />
      <path d="M22 46h76l-9 30H31z" fill="#fff" />
      <path d="m40 46 5 30m15-30v30m20-30-5 30M27 60h66" stroke="var(--color-line-strong)" />
      <path d="M2 78h116" />
    </Scene>
  )
}

/** As many houses as households, up to two dozen. */
export function HouseholdsScene({ households }: { households: number }) {
  const drawn = Math.min(Math.max(households, 0), HOUSES_DRAWN_MAX)
  const perRow = drawn > 12 ? 6 : Math.min(4, Math.max(drawn, 1))
  const rows = Math.ceil(drawn / perRow)
  const scale = perRow > 4 ? 0.72 : rows > 2 ? 0.9 : rows === 2 ? 1 : 1.15
  const width = 26 * scale
  return (
    <Scene>
      {Array.from({ length: drawn }, (_, index) => {
        const row = Math.floor(index / perRow)
        const inRow = Math.min(perRow, drawn - row * perRow)
        const x = 60 - (inRow * width) / 2 + (index % perRow) * width
        const y = 78 - (rows - row) * 24 * scale
        return (
          <g key={index} transform={`translate(${x} ${y}) scale(${scale})`}>
            <path d="M4 24V11h18v13z" fill="#fff" />
            <path d="M1 12 13 2l12 10z" fill="var(--color-leaf)" />
            <path d="M11 24v-7h4v7" fill="var(--color-straw)" strokeWidth="1.5" />
          </g>
        )
      })}
      <path d="M2 78h116" />
    </Scene>
  )
}
