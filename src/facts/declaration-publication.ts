import { foldName } from '../base/names.ts'
import { day } from './days.ts'
import { declared } from './declarations.ts'
import type { Facts } from './define.ts'
import { usableFile } from './files.ts'

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
    ({ act }) => day(act.notice?.sentOn),
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
    ({ act }) => act.notice?.to,
  ),
  'declaration.noticeToDost': declared(
    'flag',
    'thông báo gửi Sở Khoa học và Công nghệ',
    'the notice is addressed to the Department of Science and Technology',
    '/notice/to',
    ({ act }) => namesDost(act.notice?.to),
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
