"use client"

import "./globals.css"

/** The last resort, when even the page's frame cannot be drawn. */
export default function FrameFailed({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body className="grid min-h-dvh place-content-center gap-4 p-6 text-center">
        <title>暂时打不开 · 消费帮扶馆</title>
        <h1 className="text-2xl">消费帮扶馆暂时打不开</h1>
        <p>请稍后再试；如仍不行，请联系客服{error.digest ? `并告知故障编号 ${error.digest}` : ""}。</p>
        <p><button type="button" onClick={retry} className="min-h-12 rounded-md bg-vermilion px-6 font-semibold text-white">再试一次</button></p>
      </body>
    </html>
  )
}
