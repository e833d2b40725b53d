import { raw } from 'hono/html'

/** What a page tells its script: data in a block that no browser runs. */
export function PageData({ id, value }: { id: string; value: unknown }) {
  // `<` alone could end the block or begin a comment in it.
  const json = JSON.stringify(value).replaceAll('<', '\\u003c')
  return (
    <script type="application/json" id={id}>
      {raw(json)}
    </script>
  )
}
