import type { Clock, Day } from '../../core/days.ts'
import { foldName } from '../../core/names.ts'
import { isCollectiveHead, isDeputyOfHeadOn, isDeputyTitle, isHeadOn } from './agency.ts'
import { auditEnd } from './audits.ts'
import { noticeReceived } from './authority.ts'
import { type DeclarationFound, declared } from './declaration.ts'
import { type Facts, field, list } from './fact.ts'
import { day, type Scope, usableFile } from './scope.ts'

/** Sở Khoa học và Công nghệ, also written "Sở KH&CN", "Sở KH và CN", "SKHCN"; letters alone, case folded. */
const DOST = /sởkhoahọc(và)?côngnghệ|sởkh(và)?cn|skhcn/u

/** Whether an addressee is the Department of Science and Technology; absent when there is none. */
export function namesDost(addressee: string | undefined): boolean | undefined {
  return addressee === undefined ? undefined : DOST.test(foldName(addressee).replace(/[^\p{L}]/gu, ''))
}

/** How the declaration in force was made known: notice, posting, website (QĐ 19/2014 Điều 4 khoản 3, Điều 12). */
export const declarationPublicationFacts: Facts = {
  'declaration.noticeSentOn': declared(
    'day',
    'văn bản thông báo việc công bố đến đơn vị chủ trì',
    'written notice of the declaration to the lead unit',
    '/notice/sentOn',
    ({ act }, { dossier: { authority } }) => {
      const received = authority?.noticeReceivedOn
      return day(noticeReceived(received, act) ? received : act.notice?.sentOn)
    },
  ),
  'declaration.noticeNotReceived': declared(
    'flag',
    'đơn vị chủ trì ghi nhận không nhận được thông báo',
    'the lead unit knows that no notice came',
    '/notice',
    (_, { dossier: { authority } }) => authority?.noticeReceivedOn === null,
  ),
  'declaration.noticeNumber': declared(
    'text',
    'số, ký hiệu văn bản thông báo',
    'number of the notice',
    '/notice/number',
    ({ act }) => act.notice?.number,
  ),
  'declaration.noticeTo': declared(
    'text',
    'nơi nhận văn bản thông báo',
    'addressee of the notice',
    '/notice/to',
    ({ act }, { dossier: { authority } }) =>
      act.notice?.to ?? (noticeReceived(authority?.noticeReceivedOn, act) ? 'đơn vị chủ trì' : undefined),
  ),
  'declaration.noticeToDost': declared(
    'flag',
    'thông báo gửi Sở Khoa học và Công nghệ',
    'the notice is addressed to the Department of Science and Technology',
    '/notice/to',
    ({ act }, { dossier: { authority } }) =>
      noticeReceived(authority?.noticeReceivedOn, act) || namesDost(act.notice?.to),
  ),
  'declaration.noticeFile': declared(
    'file',
    'bản văn bản thông báo',
    'the notice itself',
    '/notice/file',
    ({ act }, scope) => usableFile(scope, act.notice?.file),
  ),
  'declaration.postedOn': declared(
    'day',
    'việc niêm yết công bố tại trụ sở cơ quan',
    'posting of the declaration at the office',
    '/posted/on',
    ({ act }) => day(act.posted?.on),
  ),
  'declaration.postedFile': declared(
    'file',
    'hình ảnh, biên bản niêm yết',
    'picture or record of the posting',
    '/posted/file',
    ({ act }, scope) => usableFile(scope, act.posted?.file),
  ),
  'declaration.onlineOn': declared(
    'day',
    'việc đăng tải công bố trên trang thông tin điện tử',
    'publication of the declaration on the website',
    '/online/on',
    ({ act }) => day(act.online?.on),
  ),
  'declaration.onlineUrl': declared(
    'text',
    'địa chỉ trang đăng tải công bố',
    'address of the page with the declaration',
    '/online/url',
    ({ act }) => act.online?.url,
  ),
}

/**
 * In what right a declaration was signed (NĐ 30/2020 Điều 13): `head` (one listed as in office on that day), `deputy` (KT.
 * by a deputy of such a one), `collective` (TM.); `delegated` (TUQ., TL.), `deputyUnknown` (KT. by a deputy of somebody
 * else) and `collectiveUnknown` (TM. by nobody known to head one) only a person can judge; or `other`.
 */
function signature({ act: { signedBy }, on }: DeclarationFound, scope: Scope): string {
  const { name, title, capacity } = signedBy
  const listed = isHeadOn(scope, name, on)
  if (capacity === 'TUQ.' || capacity === 'TL.') return 'delegated'
  const deputy = isDeputyOfHeadOn(scope, title, on)
  if (capacity === 'TM.' || capacity === 'TM. KT.')
    return listed || deputy || isCollectiveHead(title) ? 'collective' : 'collectiveUnknown'
  if (capacity === 'KT.' && (listed || deputy)) return 'deputy'
  if (capacity === 'KT.' && isDeputyTitle(title)) return 'deputyUnknown'
  return listed ? 'head' : 'other'
}

/** Who signed the declaration in force. */
export const declarationSignatureFacts: Facts = {
  'declaration.signer': declared(
    'text',
    'họ tên người ký công bố',
    'name of the signer',
    '/signedBy/name',
    ({ act }) => act.signedBy.name,
  ),
  'declaration.signerTitle': declared(
    'text',
    'chức vụ người ký công bố',
    'title of the signer',
    '/signedBy/title',
    ({ act }) => act.signedBy.title,
  ),
  'declaration.capacity': declared(
    'text',
    'quyền hạn ký công bố (KT., TM., TM. KT., Q., TL., TUQ.)',
    'capacity in which the declaration was signed',
    '/signedBy/capacity',
    ({ act }) => act.signedBy.capacity,
  ),
  'declaration.signature': declared(
    'text',
    'thẩm quyền ký công bố',
    'right to sign the declaration',
    '/signedBy',
    signature,
  ),
}

interface Item {
  /** The section of the manifest that tells of the step. */
  section: 'internalAudits' | 'managementReviews' | 'effectiveness'
  /** The earliest day the step was done; absent when the section names none. */
  doneOn: Day | undefined
}

function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.filter((one) => one !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

/** The day does not matter here: whether a step came before the signing is the same on every later day. */
function items({ manifest }: Scope, _clock: Clock): readonly Item[] {
  const audits = (manifest.internalAudits ?? []).map(auditEnd)
  const reviews = (manifest.managementReviews ?? []).map((review) => day(review.heldOn))
  return [
    { section: 'internalAudits', doneOn: earliest(audits) },
    { section: 'managementReviews', doneOn: earliest(reviews) },
    { section: 'effectiveness', doneOn: day(manifest.effectiveness?.confirmedOn) },
  ]
}

/** The steps that come before a first declaration (QĐ 19/2014 Điều 4 khoản 2; TT 26/2014 Điều 7 khoản 2). */
export const declarationStepsList = list<Item>({
  label: { vi: 'bước áp dụng trước khi công bố', en: 'steps before the declaration' },
  items,
  place: ({ section }) => ({ pointer: `/${section}` }),
  fields: {
    section: field('text', 'bước áp dụng', 'step', (item: Item) => item.section),
    doneOn: field('day', 'ngày thực hiện lần đầu', 'day first done', (item: Item) => item.doneOn),
  },
})
