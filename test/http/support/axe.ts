import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Fails for everything that axe finds wrong in a page by WCAG 2.2 A and AA, and by its own advice. */
export async function expectNoViolations(page: Page): Promise<void> {
  // Evaluated by the debugger, so that the page's own policy stays as it is.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' | ')})`)
  expect(told).toEqual([])
}
