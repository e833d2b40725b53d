import type { LinePicture } from '../../dossier/reading.ts'
import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import type { ShownItem } from '../../rules/answer.ts'
import { basisKindOf, findingKind, unmetNames } from '../../rules/basis-kind.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import type { Finding, Verdict } from '../../verdict/verdict.ts'
import { isQuarantined } from '../head.ts'
import { fill, picturesOfFinding, Renderer, remedyText } from '../renderer.ts'
import { showValue } from '../values.ts'
import { OUTCOME_WORDS } from '../words.ts'
import { LETTER_KINDS, type LetterKind, type NoLetter, SENTENCES } from './letter-words.ts'

/** One point of a letter: what it says, the items concerned, what is asked for, and the articles it rests on. */
export interface LetterPoint {
  rule: string
  said: string
  items: string[]
  /** How many items are concerned in all; those listed among them. */
  concerned: number
  /** Imperative; absent where only papers are asked for. */
  remedy?: string
  /** None where it is a recommendation. */
  basis: string[]
}

/**
 * What a letter says of a verdict, three kinds apart, each on a ground of its own: what does not meet a requirement of the
 * law (T Điều 37 khoản 1 điểm a), papers and reports to be added (T Điều 35), and what is ours to recommend.
 */
export interface LetterPoints {
  toCorrect: LetterPoint[]
  papers: LetterPoint[]
  recommended: LetterPoint[]
}

/** A letter stays short; the verdict lists the others. */
const ITEMS_TOLD = 5

/** Draws the points of a letter from a verdict, in the order of the rule set; a rule under an exception is left out. */
export function letterPoints(verdict: Verdict, ruleSet: RuleSet): LetterPoints {
  const renderer = new Renderer(ruleSet, 'vi')
  const rules = new Map(ruleSet.rules.map((rule) => [rule.id, rule]))
  const excepted = new Set(verdict.exceptions.applied.map((one) => (one as { rule?: string }).rule))
  const points: LetterPoints = { toCorrect: [], papers: [], recommended: [] }
  for (const finding of verdict.findings) {
    const rule = rules.get(finding.rule)
    if (rule === undefined || excepted.has(finding.rule)) continue
    if (finding.outcome === 'missingEvidence') points.papers.push(papersPoint(finding, renderer))
    if (finding.outcome === 'fail') addFailing(points, finding, rule, renderer)
  }
  for (const { kind, id, rule, values } of verdict.notices) {
    const said = kind === 'recommendation' && rule !== undefined && renderer.message(rule, id, values)
    if (rule !== undefined && said && !excepted.has(rule))
      points.recommended.push({ rule, said: withoutFolders(said), items: [], concerned: 0, basis: [] })
  }
  return points
}

/** What of a failing finding rests on the law goes among the points to correct, what rests on a choice of ours is recommended. */
function addFailing(points: LetterPoints, finding: Finding, rule: RuleSource, renderer: Renderer): void {
  const failed = finding.items?.shown.filter(({ outcome }) => outcome === 'fail') ?? []
  const own = unmetNames(finding.values.unmet)
  const isOurs = (name: string) => basisKindOf(rule, [name]) === 'ours'
  const remedy = remedyText(finding, renderer)
  const about = (names: readonly string[], items: readonly ShownItem[], all: boolean): LetterPoint => ({
    rule: finding.rule,
    said: withoutFolders(said(finding, names, all, renderer)),
    items: items.slice(0, ITEMS_TOLD).map((item) => itemText(finding, item, renderer)),
    concerned: items.length === failed.length ? (finding.items?.failed ?? 0) : items.length,
    remedy,
    basis: [],
  })
  if (findingKind(rule, finding) === 'ours') {
    points.recommended.push(about(own, failed, true))
    return
  }
  const ours = own.filter(isOurs)
  const allOurs = (item: ShownItem) => unmetNames(item.unmet).length > 0 && unmetNames(item.unmet).every(isOurs)
  const law = own.filter((name) => !ours.includes(name))
  const point = about(
    law,
    failed.filter((item) => !allOurs(item)),
    ours.length === 0 && !mixes(rule),
  )
  points.toCorrect.push({ ...point, basis: renderer.basis(finding.rule, 'law') })
  if (ours.length > 0) points.recommended.push({ ...about(ours, [], false), concerned: 0 })
}

/** Whether a rule has named parts of both kinds: its summing sentence may then speak of a period that is ours. */
function mixes(rule: RuleSource): boolean {
  return Object.keys(rule.messages).some((name) => basisKindOf(rule, [name]) === 'ours')
}

/** The summing sentence of a finding, unless its parts say it alone, and a sentence for each part. */
function said(finding: Finding, names: readonly string[], all: boolean, renderer: Renderer): string {
  const parts = renderer.parts(finding, names)
  const text = (all || parts.length === 0 ? renderer.sentences(finding) : parts).join(' ')
  // After the number of a point, a sentence that begins with a figure reads as two numbers.
  return /^\d/.test(text) ? `Có ${text}` : text
}

/** A finding without evidence: what the papers should show, and which of them are not there. */
function papersPoint(finding: Finding, renderer: Renderer): LetterPoint {
  const { rule, items, values } = finding
  const lacking = items?.shown.filter(({ outcome }) => outcome === 'missingEvidence') ?? []
  const labels = renderer.labels(values.missing)
  const lacks = finding.message === 'assuranceTooLow' ? SENTENCES.unproven : SENTENCES.lacking
  const told = lacking.slice(0, ITEMS_TOLD)
  return {
    rule,
    said: [SENTENCES.about, ...(labels ? [lacks] : [])]
      .map((sentence) => fill(sentence, { title: renderer.title(rule), labels }, 'vi'))
      .join(' '),
    items: told.map((item) => itemText(finding, item, renderer)),
    concerned: items?.missing ?? 0,
    basis: [],
  }
}

const NOTHING = showValue(null, 'vi')

/** The part of the letter it stands in says its outcome already. */
function itemText(finding: Finding, item: ShownItem, renderer: Renderer): string {
  const text = renderer.item(finding, item).replace(` [${OUTCOME_WORDS[item.outcome].label.vi}]`, ':')
  // A value that is not there says nothing without its label.
  const told = text.split(' · ').filter((part) => part !== NOTHING)
  const sentence = told.join('; ').replace(/[:;.]$/, '')
  return withoutFolders(`${sentence}.`.replaceAll('.;', ';'))
}

/** A name with an ending, and the signs of the sentence after it; no name in a bundle is longer. */
const FILE_NAME = /^(.{1,240}\.[A-Za-z]{3,4})([^\p{L}\p{N}]{0,10})$/u

/** The name of a file in quotation marks for the way to it in the bundle, which is nothing to write to anyone. */
function withoutFolders(text: string): string {
  return text.replace(/[^\s“”"]+/gu, (word) => {
    const folders = word.lastIndexOf('/')
    const file = folders < 1 ? null : FILE_NAME.exec(word.slice(folders + 1))
    return file === null ? word : `“${file[1]}”${file[2]}`
  })
}

/**
 * Which letter an agency gets (T Điều 37 khoản 1 điểm a, điểm b; Điều 35 where no dossier came). An agency the programme
 * does not oblige breaks nothing by handing in nothing; a dossier set aside for a state secret is never told of in a letter.
 * The signed letter is the result of the dossier check: that nothing is to be corrected cannot be said while scans wait to
 * be read or a point waits for a person to decide it.
 * @param verdict of its bundle; undefined where there is none
 */
export function letterKind(
  agency: PrescreenAgency,
  verdict: Verdict | undefined,
  problems: Prescreen['problems'],
  ruleSet: RuleSet,
): LetterKind | NoLetter {
  if (agency.change === 'left') return 'left'
  if (verdict === undefined) {
    if (agency.notJudged !== undefined) return 'notJudged'
    if (agency.duty === 'encouraged' || agency.duty === 'ended') return 'notSubject'
    return problems.some(({ kind, codes }) => kind === 'refused' && codes.includes(agency.code))
      ? 'refused'
      : 'noDossier'
  }
  if (isQuarantined(verdict)) return 'quarantined'
  if (verdict.status === 'notApplicable') return 'notSubject'
  if (verdict.status === 'undetermined') return 'undetermined'
  if (verdict.provisional) return 'provisional'
  const { toCorrect, papers } = letterPoints(verdict, ruleSet)
  if (toCorrect.length > 0) return 'correct'
  if (papers.length > 0) return 'papers'
  return verdict.findings.some(({ outcome }) => outcome === 'needsReview') ? 'toDecide' : 'nothing'
}

/** A point that a person decides, and the lines of scans in which it was seen. */
export interface PointToCompare {
  rule: string
  said: string
  pictures: readonly LinePicture[]
}

/** The points of a verdict of which there are pictures, for the annex of a letter; a rule under an exception is left out. */
export function pointsToCompare(
  { findings, exceptions }: Verdict,
  pictures: readonly LinePicture[],
  ruleSet: RuleSet,
): PointToCompare[] {
  const renderer = new Renderer(ruleSet, 'vi')
  const excepted = new Set(exceptions.applied.map((one) => (one as { rule?: string }).rule))
  return findings.flatMap((finding) => {
    const shown = excepted.has(finding.rule) ? [] : picturesOfFinding(finding, pictures)
    const said = `${renderer.title(finding.rule)}: ${withoutFolders(renderer.sentences(finding).join(' '))}`
    return shown.length === 0 ? [] : [{ rule: finding.rule, said, pictures: shown }]
  })
}

/** Whether it is a letter. */
export function isLetter(kind: LetterKind | NoLetter): kind is LetterKind {
  return (LETTER_KINDS as readonly string[]).includes(kind)
}
