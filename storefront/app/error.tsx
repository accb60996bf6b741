"use client"

import { Button, ButtonLink, Empty } from "@/components/ui"

/** A failure is shown as one, never as an empty shelf. The number lets support find it in the server's log. */
export default function Failed({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <div className="wrap py-10" role="alert">
      <Empty as="h1" title="这一页没能取来" action={<><Button onClick={retry}>再试一次</Button><ButtonLink href="/" look="secondary">回首页</ButtonLink></>}>
        <p>是我们这边出了问题，不是您的操作有误。您的购物车不受影响。</p>
        {error.digest && <p className="mt-2 text-xs text-ink-faint">故障编号 {error.digest}</p>}
      </Empty>
    </div>
  )
}
