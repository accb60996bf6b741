/** The shop's seal: 帮扶 cut in vermilion. Beside it stands the name, so it is silent. */
export function Seal({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" className={className}>
      <path d="M3.2 1.4 36 1l2.6 2.1.4 33-2.4 2.6-33 .5L1 36.9l.3-33.6z" fill="var(--color-vermilion)" />
      <path d="M5 4.6h30.2l.2 30.6-30.6.2z" fill="none" stroke="var(--color-paper)" strokeWidth="1" opacity=".85" />
      <g fill="var(--color-paper)" fontFamily="var(--font-song)" fontWeight="700" fontSize="15.5" textAnchor="middle">
        <text x="20" y="18.6">帮</text>
        <text x="20" y="33.4">扶</text>
      </g>
    </svg>
  )
}

export const SHOP_NAME = "消费帮扶馆"
