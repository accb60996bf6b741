import { Picture } from "@/components/ui"

const SIZES = "(min-width: 768px) 46vw, 100vw"

/** The scenes of a product: swiped on a phone, laid out below one another on wide screens. No script needed. */
export function Gallery({ pictures, title }: { pictures: string[]; title: string }) {
  if (pictures.length <= 1) return <Picture src={pictures[0] ?? null} alt={title} sizes={SIZES} eager className="max-md:aspect-5/4! md:rounded-lg" />
  return (
    <div className="relative">
      <ul aria-label={`${title}的图片`} className="flex snap-x snap-mandatory gap-3 overflow-x-auto overscroll-x-contain [scrollbar-width:none] md:grid md:grid-cols-2">
        {pictures.map((picture, index) => (
          <li key={picture} className="w-full shrink-0 snap-center md:first:col-span-2 md:nth-2:last:col-span-2">
            <Picture src={picture} alt={index === 0 ? title : `${title}，图 ${index + 1}`} sizes={SIZES} eager={index === 0} className="max-md:aspect-5/4! md:rounded-lg" />
          </li>
        ))}
      </ul>
      <p aria-hidden="true" className="figures pointer-events-none absolute right-3 bottom-3 rounded-full bg-ink/70 px-3 py-0.5 text-xs text-white md:hidden">{pictures.length} 张，左右滑动</p>
    </div>
  )
}
