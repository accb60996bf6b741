import { Picture } from "@/components/ui"

const SIZES = "(min-width: 768px) 46vw, 100vw"

/** The scenes of a product: one beside another, to be swiped; no script needed. */
export function Gallery({ pictures, title }: { pictures: string[]; title: string }) {
  if (pictures.length <= 1) return <Picture src={pictures[0] ?? null} alt={title} sizes={SIZES} ratio="square" eager className="max-md:aspect-5/4! md:rounded-lg" />
  return (
    <div className="relative">
      <ul aria-label={`${title}的图片`} tabIndex={0} className="flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain [scrollbar-width:none] md:rounded-lg">
        {pictures.map((picture, index) => (
          <li key={picture} className="w-full shrink-0 snap-center">
            <Picture src={picture} alt={index === 0 ? title : `${title}，图 ${index + 1}`} sizes={SIZES} eager={index === 0} className="max-md:aspect-5/4!" />
          </li>
        ))}
      </ul>
      <p aria-hidden="true" className="figures pointer-events-none absolute right-3 bottom-3 rounded-full bg-ink/70 px-3 py-0.5 text-xs text-white">共 {pictures.length} 张 · 左右滑动</p>
    </div>
  )
}
