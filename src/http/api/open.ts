import { Renderer } from '../../render/renderer.ts'
import { PROBLEMS } from '../problems.ts'
import type { ApiRoute } from '../route.ts'
import type { WebTools } from '../tools.ts'
import { pathParameter } from './parameters.ts'
import { OPEN_TEXTS } from './words.ts'

/** What does not change until the next release may be kept for so long. */
export const KEPT = { 'Cache-Control': 'public, max-age=300' }

/** What anybody may ask: is the service there, by which rules does it judge. */
export const OPEN_ROUTES: readonly ApiRoute[] = [
  {
    id: 'rules',
    method: 'GET',
    path: '/rules',
    access: 'open',
    summary: OPEN_TEXTS.rulesInUse,
    success: {
      status: 200,
      description: OPEN_TEXTS.rulesInTheirOrder,
      content: { 'application/json': 'RuleList' },
    },
    async handle({ context, tools }) {
      return context.json(ruleList(tools), 200, KEPT)
    },
  },
  {
    id: 'health',
    method: 'GET',
    path: '/health',
    uncounted: true,
    access: 'open',
    summary: OPEN_TEXTS.service,
    success: {
      status: 200,
      description: OPEN_TEXTS.byWhatJudges,
      content: { 'application/json': 'Health' },
    },
    async handle({ context, tools }) {
      return context.json({ status: 'ok', engine: tools.judge.engine, ruleSet: ruleSetName(tools) })
    },
  },
  {
    id: 'verdictKeys',
    method: 'GET',
    path: '/keys/verdicts.json',
    access: 'open',
    summary: OPEN_TEXTS.publicKeysBySignatures,
    success: {
      status: 200,
      description: OPEN_TEXTS.jwksKeyInUse,
      content: { 'application/json': 'VerdictKeys' },
    },
    async handle({ context, tools }) {
      return context.json(tools.signer.keys, 200, KEPT)
    },
  },
  {
    id: 'problemKind',
    method: 'GET',
    path: '/problems/{slug}',
    access: 'open',
    summary: OPEN_TEXTS.oneKindProblemService,
    success: {
      status: 200,
      description: OPEN_TEXTS.httpStatusTitle,
      content: { 'application/json': 'ProblemKind' },
    },
    async handle({ context }) {
      const slug = pathParameter(context, 'slug')
      return context.json({ type: `/problems/${slug}`, ...PROBLEMS[slug] }, 200, KEPT)
    },
  },
]

function ruleSetName({ judge }: WebTools) {
  const { source, sha256 } = judge.ruleSet
  return { id: source.id, version: source.version, sha256 }
}

function ruleList(tools: WebTools) {
  const { source } = tools.judge.ruleSet
  const [vi, en] = [new Renderer(source, 'vi'), new Renderer(source, 'en')]
  return {
    ruleSet: ruleSetName(tools),
    groups: source.groups.map(({ id, title }) => ({ id, title })),
    rules: source.rules.map(({ id, group, title, severity, weight, effort, remedy }) => {
      const basis = { vi: vi.basis(id), en: en.basis(id) }
      return { id, group, title, severity, weight, effort, basis, remedy }
    }),
  }
}
