import { expect, test } from 'vitest'
import { withWays } from '../../src/http/layout.tsx'
import { pageHead, policyOf, policyOfPage, SCRIPT, withScript } from '../../src/render/html/styles.ts'

const STORED =
  '<!DOCTYPE html><html lang="vi"><head><title>Kết quả</title></head><body><div class="page">\n<main></main></div>'

test('the page of a verdict that waits for its scans says so, with the way to look again, and never loads itself anew', () => {
  const means = { question: 'Tạm thời là gì?', text: 'Sẽ được thay <b>' }
  const words = { means, text: '2 bản quét đang được đọc <5/9>', again: 'Xem', done: 'Xong </script>', open: 'Mở' }
  const page = withWays(STORED, [], '/v', 'vi', { ...words, script: '/assets/scans-1.js' })
  expect(page).toContain('<summary>Tạm thời là gì?</summary><p>Sẽ được thay &lt;b&gt;</p></details>')
  expect(page).toContain('role="status"><span id="scans-told">2 bản quét đang được đọc &lt;5/9&gt;</span>')
  expect(page).toContain('<a id="scans-link" href="/v">Xem</a></p>')
  expect(page).toContain('{"done":"Xong \\u003c/script>","open":"Mở"}</script>')
  expect(page).toContain('<script type="module" src="/assets/scans-1.js"></script>')
  expect(page).not.toMatch(/refresh/)
  expect(withWays(STORED, [], '/v', 'vi')).not.toContain('role="status"')
})

test('the head of a stored page allows a script of the site where one is added, and nothing else', () => {
  const page = pageHead('Kết quả', 'p{}', 'vi').text
  expect(policyOfPage(page)).not.toContain('script-src')
  const allowing = withScript(page)
  expect(allowing).toContain(
    `${policyOf('p{}').replaceAll("'", '&#39;')}; script-src &#39;self&#39;; connect-src &#39;self&#39;">`,
  )
  expect(allowing.replace(SCRIPT.replaceAll("'", '&#39;'), '')).toBe(page)
})
