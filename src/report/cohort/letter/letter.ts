import type { RuleSet } from '../../../rules/rule-set.ts'
import type { Verdict } from '../../../verdict/verdict.ts'
import type { Authority } from '../authority.ts'
import { type Block, wordDocument } from '../ooxml/document.ts'
import { letterBody } from './letter-body.ts'
import { letterFoot } from './letter-foot.ts'
import { letterHead } from './letter-head.ts'
import type { LetterKind } from './letter-kind.ts'

/** Everything a letter is written from. */
export interface LetterInput {
  kind: LetterKind
  agency: { code: string; name: string }
  /** Of the agency's bundle; a letter of kind `correct` or `nothing` needs it. */
  verdict?: Verdict | undefined
  year: number
  asOf: string
  /** Last day to answer; a blank where absent. */
  deadline?: string | undefined
  authority: Authority
  ruleSet: RuleSet
}

/**
 * A draft letter to one agency (văn bản đề nghị thực hiện hoặc khắc phục) as DOCX, by the form of Nghị định 30/2020/NĐ-CP.
 * It is in Vietnamese only: an authority issues no other. Number, day and the name of who signs stay blank.
 */
export function letterDocument(input: LetterInput): Promise<Uint8Array> {
  return wordDocument(letterBlocks(input))
}

/** The letter before it is a file. */
export function letterBlocks(input: LetterInput): Block[] {
  // Word wants a paragraph after the last table.
  const end = { runs: [{ text: '', size: 1 }] }
  return [letterHead(input), ...letterBody(input), letterFoot(input.authority), end]
}
